import type { Texts } from '../shape.ts'
import type { pools as original } from '../zhCn/pools.ts'

export const pools: Texts<typeof original> = {
  title: 'Pools',
  detail: 'Any instrument of a pool can stand in for another: who books “any of them” gets one that is free.',
  add: 'New pool',
  none: 'No pools yet',
  noneHelp: 'Put instruments of one kind into a pool: people then book any of them, without searching each.',
  name: 'Name of the pool',
  nameHelp: 'Seen when booking, such as “Mass spectrometers”',
  count: 'Number',
  units: 'Instruments in it',
  empty: 'none yet',
  andMore: count => `and ${count} more`,
  choose: 'Choose instruments',
  chooseTitle: pool => `Which instruments are in “${pool}”?`,
  chooseHelp: 'Instruments of a pool have the same class, time zone and way of sharing.',
  saveUnits: count => (count === 0 ? 'Save' : `Save (${count} changed)`),
  standsIn: pool => `now in “${pool}”`,
  rename: 'Rename',
  renameTitle: 'Rename the pool',
  retire: 'Remove',
  retireTitle: 'Remove this pool?',
  retireHelp: 'An empty pool is taken off the lists; its history is kept.',
  noPool: 'In no pool',
  fieldHelp: 'Instruments of a pool can stand in for one another; pools are made on the page “Pools”',
}
