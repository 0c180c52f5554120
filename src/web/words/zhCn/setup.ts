export const setup = {
  title: '建立本站',
  detail: '您将是本站的第一位用户，也是站点管理员。其他人之后由您或单位管理员添加。',
  token: '一次性口令',
  tokenHelp: '服务启动时打印的链接里 token= 之后的部分。',
  name: '姓名',
  loginKind: '登录方式',
  loginKinds: { email: '电子邮箱', phone: '手机号', 'staff-number': '工号' },
  logins: { email: '邮箱地址', phone: '手机号码', 'staff-number': '工号' },
  password: '密码',
  passwordHelp: (characters: number) => `至少 ${characters} 个字符，越长越好，不要求大小写或符号。`,
  passwordTooShort: (characters: number, missing: number) =>
    `至少 ${characters} 个字符，还差 ${missing} 个。`,
  showPassword: '显示密码',
  submit: '建立并登录',
  tokenWrong: '这个链接已经失效',
  tokenWrongHelp:
    '链接只能用一次；服务每次启动都会打印新的链接，只有最新的有效。请从服务器的输出中重新复制。',
  isDone: '本站已经建立',
  isDoneHelp: '请用您的账号登录；还没有账号时，请联系本单位或站点的管理员。',
  notYet: '本站还没有建立',
  notYetHelp: '请打开服务启动时打印的一次性链接，录入第一位用户。',
}
