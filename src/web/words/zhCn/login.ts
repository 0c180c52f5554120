export const login = {
  title: '登录',
  welcome: '科研仪器共享，预约不冲突，额度看得见',
  login: '账号',
  loginHelp: '邮箱、手机号或工号',
  password: '密码',
  submit: '登录',
  wrong: '账号或密码不对，请再试一次。',
  tryAs: '演示身份，一键进入',
  again: '请重新登录',
}
