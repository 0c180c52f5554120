import type { Texts } from '../shape.ts'
import type { books as original } from '../zhCn/books.ts'

export const books: Texts<typeof original> = {
  title: 'Ledgers and periods',
  help:
    'A ledger counts quota of one class of resource. Quota is granted by period; ' +
    'the period in which the time lies pays for it.',
  openLedger: 'Open a ledger',
  ledgerOpened: name => `Ledger opened: ${name}`,
  resourceClass: 'Class of resource',
  anotherClass: 'Another class',
  classCode: 'Code of the class',
  classCodeHelp: 'As in the facts of the instruments, such as mass-spectrometer',
  unit: 'Unit',
  unitHelp: 'Cannot be changed later.',
  pooled: 'The reserve is shared',
  pooledHelp: 'Members without an account of their own draw on the reserve.',
  notPooled: 'Own quota only',
  addPeriod: 'Add a period',
  addPeriodTo: name => `Add a period to ${name}`,
  periodAdded: name => `Period added: ${name}`,
  propose: 'Suggested',
  quarter: name => `Quarter ${name}`,
  year: name => `Year ${name}`,
  periodName: 'Name',
  firstDay: 'First day',
  lastDay: 'Last day',
  lastDayHelp: 'That day still belongs to the period.',
  inTheWay: (name, from, to) =>
    `These days overlap the period “${name}” (${from} to ${to}). Periods of a ledger share no day. ` +
    'Where use is only counted and no period is open, the rest of the year opens by itself; ' +
    'quota can be granted in it too.',
  shorten: 'Shorten',
  shortenOf: (name: string) => `Shorten the period ${name}`,
  shortenHelp: (lastDay: string) =>
    `Its last day is now ${lastDay}. It can be an earlier one, today or later, as long as nothing is ` +
    'booked or charged after it and no quota has been granted for the period.',
  shortened: (name: string, lastDay: string) => `Period shortened: ${name}, last day ${lastDay}`,
  state: 'State',
  states: { open: 'Open', soft_closed: 'No new bookings', closed: 'Closed' },
  current: 'now',
  toDesk: 'Open the quota desk',
  noPeriods: 'No period yet, so nothing can be granted.',
  stepsTitle: 'Four steps to granting quota',
  steps: {
    ledger: 'Open a ledger: choose the class of resource and the unit',
    period: 'Add a period: a quarter or a year, say',
    reserve: 'Fill the reserve: put quota into the reserve of the alliance',
    grant: 'Grant: from the reserve to members, who pass it on to groups and projects',
  },
  stepDone: 'done',
  documents: 'Reverse by document',
  documentsHelp:
    'Choose a document number to see each of its grants and how much can still be reversed. ' +
    'Try it out first, then reverse all of it at once.',
  noDocuments: 'No grant has a document number yet',
  noDocumentsHelp: 'Enter a document number when granting to find and reverse its rows here.',
  rows: 'Rows',
  recordedOn: 'Recorded',
  open: 'Open',
  openDocument: number => `Open document ${number}`,
  allReversed: 'All reversed',
  partlyReversed: 'Partly reversed',
  rowsOf: number => `What document ${number} granted`,
  rest: 'Reversible',
  restHelp:
    '“Reversible” is what was granted less what was reversed. What is spent cannot go back: ' +
    'trying it out names those rows. What was granted last goes back first.',
  reversalDocument: 'Document of the reversal',
  reversalDocumentHelp: 'Number of the paper that orders it; written on every row of the reversal.',
  nothingLeft: 'All of this document has been reversed.',
  noneChosen: 'Choose at least one row.',
  trialGood: (count, sum) => `All ${count} rows can be reversed, ${sum} in all. Nothing is saved yet.`,
  trialBad: count =>
    `${count} rows cannot be reversed, so none will be. Leave them out or mend them, then try again.`,
  confirmReversal: count => `Reverse ${count} rows`,
  done: count => `${count} rows reversed`,
  tryFirst: 'Try it out first, then reverse.',
}
