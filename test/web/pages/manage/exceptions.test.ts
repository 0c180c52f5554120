import t from 'tap'
import { exceptionsOf, runsOf, withExceptions } from '../../../../src/web/pages/manage/policy/exceptions.ts'

const closed = (firstDay: string, lastDay: string, note = '春节') => ({ firstDay, lastDay, open: [], note })

t.test('a run is a date for each of its days, and they gather into the run again', async t => {
  const run = closed('2027-02-27', '2027-03-02')
  const dates = exceptionsOf(run)
  t.strictSame(
    dates.map(each => each.date),
    ['2027-02-27', '2027-02-28', '2027-03-01', '2027-03-02'],
  )
  t.strictSame(runsOf(dates.toReversed()), [run])
})

t.test('days beside each other with other hours or another note are runs of their own', async t => {
  const morning = { ...closed('2027-01-03', '2027-01-03'), open: [{ from: '09:00', to: '12:00' }] }
  const runs = [closed('2027-01-01', '2027-01-02'), morning, closed('2027-01-04', '2027-01-04', '元旦')]
  t.strictSame(runsOf(runs.flatMap(exceptionsOf)), runs)
})

t.test('the later word on a date counts', async t => {
  const before = exceptionsOf(closed('2027-01-01', '2027-01-03', ''))
  const opened = { date: '2027-01-02', open: [{ from: '09:00', to: '12:00' }] }
  t.strictSame(withExceptions(before, [opened]), [before[0], opened, before[2]])
})
