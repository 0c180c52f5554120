import type { Texts } from '../shape.ts'
import type { account as original } from '../zhCn/account.ts'

export const account: Texts<typeof original> = {
  detail: '您是誰、屬於哪裡、怎樣登入。',
  logins: '登入方式',
  password: '密碼',
  passwordSet: '已設',
  passwordNone: '未設',
  federation: '統一身分驗證',
  loginsHelp: '登入帳號由所屬單位的管理員增加。',
  change: '更換密碼',
  changeHelp:
    '換密碼後，這裡繼續登入；您在其他裝置和瀏覽器上的登入全部失效，最遲一刻鐘內須用新密碼重新登入。',
  noPasswordHelp: '您還沒有密碼。如需用密碼登入，請聯絡所屬單位的管理員。',
  current: '現在的密碼',
  currentWrong: '現在的密碼不對，密碼沒有更換。',
  next: '新密碼',
  submit: '更換密碼',
  changed: '密碼已更換',
  changedHelp: '下次請用新密碼登入。其他裝置上的登入已失效。',
}
