export const account = {
  detail: '您是谁、属于哪里、怎样登录。',
  logins: '登录方式',
  password: '密码',
  passwordSet: '已设',
  passwordNone: '未设',
  federation: '统一身份认证',
  loginsHelp: '登录账号由所属单位的管理员增加。',
  change: '更换密码',
  changeHelp:
    '换密码后，这里继续登录；您在其他设备和浏览器上的登录全部失效，最迟一刻钟内须用新密码重新登录。',
  noPasswordHelp: '您还没有密码。如需用密码登录，请联系所属单位的管理员。',
  current: '现在的密码',
  currentWrong: '现在的密码不对，密码没有更换。',
  next: '新密码',
  submit: '更换密码',
  changed: '密码已更换',
  changedHelp: '下次请用新密码登录。其他设备上的登录已失效。',
}
