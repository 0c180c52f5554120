import type { Texts } from '../shape.ts'
import type { manage as original } from '../zhCn/manage.ts'

export const manage: Texts<typeof original> = {
  nav: 'Pages for running instruments',
  board: 'Day board',
  approvals: 'Approvals',
  instruments: 'Instruments',
  outages: 'Outages',
  runs: 'Runs',
  logBook: 'Paper log',
  none: 'You run no instruments yet',
  noneHelp: 'Once your institution’s admin appoints you lab manager, your instruments appear here.',
  narrow: 'Filter instruments',
  narrowHelp: 'Name, model, place or asset number',
  tooMany: (shown, all) => `${all} instruments, the first ${shown} shown; filter to see the others.`,
  whichInstrument: 'Instrument',
  allInstruments: 'All instruments',
  previousDay: 'Previous day',
  nextDay: 'Next day',
  today: 'Today',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  conflict:
    'Somebody else has just changed this. The newest version is loaded and what you typed is still ' +
    'here: look once more, then save.',
  unnamed: 'Unnamed',
  noProject: 'No project',
}
