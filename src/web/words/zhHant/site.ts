import type { Texts } from '../shape.ts'
import type { site as original } from '../zhCn/site.ts'

export const site: Texts<typeof original> = {
  title: '網站設定',
  detail: '本站的名稱與標誌，顯示在每一頁左上角和登入頁。',
  name: '網站名稱',
  nameEn: '英文名稱',
  logo: '標誌',
  logoHelp: 'PNG 或 JPEG，不超過 1 MiB，正方形最好看。',
  chooseLogo: '選擇圖片',
  removeLogo: '恢復預設標誌',
  saved: '已儲存，所有人下次開啟頁面時看到。',
}
