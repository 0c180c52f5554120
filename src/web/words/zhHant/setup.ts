import type { Texts } from '../shape.ts'
import type { setup as original } from '../zhCn/setup.ts'

export const setup: Texts<typeof original> = {
  title: '建立本站',
  detail: '您將是本站的第一位使用者，也是站點管理員。其他人之後由您或單位管理員新增。',
  token: '一次性口令',
  tokenHelp: '服務啟動時印出的連結裡 token= 之後的部分。',
  name: '姓名',
  loginKind: '登入方式',
  loginKinds: { email: '電子郵箱', phone: '手機號', 'staff-number': '工號' },
  logins: { email: '郵箱地址', phone: '手機號碼', 'staff-number': '工號' },
  password: '密碼',
  passwordHelp: characters => `至少 ${characters} 個字元，越長越好，不要求大小寫或符號。`,
  passwordTooShort: (characters, missing) => `至少 ${characters} 個字元，還差 ${missing} 個。`,
  showPassword: '顯示密碼',
  submit: '建立並登入',
  tokenWrong: '這個連結已經失效',
  tokenWrongHelp:
    '連結只能用一次；服務每次啟動都會印出新的連結，只有最新的有效。請從伺服器的輸出中重新複製。',
  isDone: '本站已經建立',
  isDoneHelp: '請用您的帳號登入；還沒有帳號時，請聯絡本單位或站點的管理員。',
  notYet: '本站還沒有建立',
  notYetHelp: '請開啟服務啟動時印出的一次性連結，錄入第一位使用者。',
}
