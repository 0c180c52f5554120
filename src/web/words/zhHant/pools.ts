import type { Texts } from '../shape.ts'
import type { pools as original } from '../zhCn/pools.ts'

export const pools: Texts<typeof original> = {
  title: '同類儀器組',
  detail: '組內任意一台都能代替另一台：預約時可以選「組內任意一台」，由系統分配空閒的。',
  add: '新建儀器組',
  none: '還沒有儀器組',
  noneHelp: '幾台同樣的儀器可以編成一組，使用者約「任意一台」就行，不必逐台找空檔。',
  name: '組名',
  nameHelp: '使用者預約時會看到，例如「質譜儀（任意一台）」',
  count: '台數',
  units: '組內儀器',
  empty: '組內還沒有儀器',
  andMore: count => `等，另有 ${count} 台`,
  choose: '選儀器',
  chooseTitle: pool => `哪些儀器屬於「${pool}」？`,
  chooseHelp: '同一組的儀器類別、時區、獨佔或共享方式要相同。',
  saveUnits: count => (count === 0 ? '儲存' : `儲存（改動 ${count} 台）`),
  standsIn: pool => `現屬「${pool}」`,
  rename: '改名',
  renameTitle: '給儀器組改名',
  retire: '停用',
  retireTitle: '停用這個儀器組？',
  retireHelp: '空的儀器組停用後不再列出，已有紀錄保留。',
  noPool: '不屬於任何組',
  fieldHelp: '同組的儀器可以互相代替；在「同類儀器組」頁面新建',
}
