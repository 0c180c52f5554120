import t from 'tap'
import {
  cellLabel,
  clocksOf,
  itemLabel,
  lengthLabel,
  type Speech,
  timeLabel,
} from '../../../src/web/timeline/labels.ts'
import { timeline as en } from '../../../src/web/words/en/timeline.ts'
import { timeline as zhCn } from '../../../src/web/words/zhCn/timeline.ts'
import { timeline as zhHant } from '../../../src/web/words/zhHant/timeline.ts'
import { anItem, aRow, hour, monday, prepared } from './builders.ts'

const shanghai = 'Asia/Shanghai'
const speechOf = (language: string, words: Speech['words'], zone = shanghai): Speech => {
  const clockOf = clocksOf(language)
  return { clock: clockOf(zone), clockOf, words }
}
const chinese = speechOf('zh-CN', zhCn)
const english = speechOf('en', en)
const span = (from: number, to: number) => ({ start: monday + from * hour, end: monday + to * hour })

t.test('a span names its day once, and midnight as the end of it', async t => {
  const { clock } = chinese
  t.equal(clock.day(monday), '2026-11-23 周一')
  t.equal(clock.span(span(9, 10.5)), '11-23 周一 09:00–10:30')
  t.equal(clock.span(span(20, 24)), '11-23 周一 20:00–24:00')
  t.equal(clock.span(span(22, 26)), '11-23 周一 22:00 – 11-24 周二 02:00')
  t.equal(speechOf('zh-Hant', zhHant).clock.day(monday), '2026-11-23 週一')
})

t.test('where the instrument’s clock differs both times are said', async t => {
  const fromNewYork = speechOf('en', en, 'America/New_York')
  t.equal(
    timeLabel(span(9, 10), shanghai, fromNewYork),
    '11-22 Sun 20:00–21:00, at the instrument 11-23 Mon 09:00–10:00 (Asia/Shanghai)',
  )
  t.equal(
    timeLabel(span(9, 10), 'Asia/Hong_Kong', chinese),
    '11-23 周一 09:00–10:00',
    'same clock, said once',
  )
})

t.test('a cell says instrument, time, and whether it is free', async t => {
  const row = prepared({ open: [span(8, 18)], items: [anItem('陈大文', 9, 11, { own: true })] })
  t.equal(cellLabel(row, span(8, 8.5), chinese, monday), 'NMR，11-23 周一 08:00–08:30，空闲')
  t.equal(
    cellLabel(row, span(9, 9.5), chinese, monday),
    'NMR，11-23 周一 09:00–09:30，陈大文，11-23 周一 09:00–11:00，已确认，我的预约',
  )
  t.equal(
    cellLabel(row, span(7, 7.5), english, monday + 8 * hour),
    'NMR, 11-23 Mon 07:00–07:30, closed, past',
  )
})

t.test('a shared instrument says how many places are left', async t => {
  const row = prepared({ capacity: 3, items: [anItem('a', 9, 11), anItem('b', 9, 10)] })
  t.equal(
    cellLabel(row, span(9, 9.5), english, monday),
    'NMR, 11-23 Mon 09:00–09:30, 2 bookings, 1 of 3 places left',
  )
})

t.test('an outage says why', async t => {
  const row = prepared({ outages: [{ id: 'o', ...span(8, 12), planned: false, reason: 'helium' }] })
  t.equal(cellLabel(row, span(9, 10), english, monday), 'NMR, 11-23 Mon 09:00–10:00, out of order (helium)')
})

t.test('a booking does not say its state twice', async t => {
  const busy = anItem('taken', 9, 10, { state: 'busy' })
  t.equal(itemLabel(busy, aRow(), english), 'taken, 11-23 Mon 09:00–10:00')
  const shared = anItem('mice', 9, 10, { places: 4, detail: 'Chen lab' })
  t.equal(itemLabel(shared, aRow(), english), 'mice, Chen lab, 11-23 Mon 09:00–10:00, confirmed, 4 places')
})

t.test('lengths are in hours', async t => {
  t.equal(lengthLabel(span(0, 1), en), '1 hour')
  t.equal(lengthLabel(span(0, 0.25), zhCn), '0.25 小时')
})
