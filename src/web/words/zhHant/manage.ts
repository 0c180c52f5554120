import type { Texts } from '../shape.ts'
import type { manage as original } from '../zhCn/manage.ts'

export const manage: Texts<typeof original> = {
  nav: '儀器管理的頁面',
  board: '日程板',
  approvals: '審批',
  instruments: '儀器',
  outages: '停機',
  runs: '上機紀錄',
  logBook: '補錄登記本',
  none: '您還沒有負責的儀器',
  noneHelp: '由單位管理員指派為儀器管理員後，這裡會出現您負責的儀器。',
  narrow: '篩選儀器',
  narrowHelp: '名稱、型號、地點或資產編號',
  tooMany: (shown, all) => `共 ${all} 台，顯示前 ${shown} 台；請用篩選縮小範圍。`,
  whichInstrument: '儀器',
  allInstruments: '全部儀器',
  previousDay: '前一天',
  nextDay: '後一天',
  today: '今天',
  previousMonth: '上個月',
  nextMonth: '下個月',
  conflict: '別人剛剛改過這條內容。已載入最新版本，您填寫的內容還在，請核對後再儲存。',
  unnamed: '未具名',
  noProject: '無課題',
}
