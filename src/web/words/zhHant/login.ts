import type { Texts } from '../shape.ts'
import type { login as original } from '../zhCn/login.ts'

export const login: Texts<typeof original> = {
  title: '登入',
  welcome: '科研儀器共享，預約不衝突，配額看得見',
  login: '帳號',
  loginHelp: '電郵、手機號碼或員工編號',
  password: '密碼',
  submit: '登入',
  wrong: '帳號或密碼不對，請再試一次。',
  tryAs: '示範身分，一鍵進入',
  again: '請重新登入',
}
