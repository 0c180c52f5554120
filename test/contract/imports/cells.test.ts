import t from 'tap'
import { choice, code, type Meaning, scaled, whole, words } from '../../../src/contract/imports/cells.ts'
import { institution, ror, uscc } from '../../../src/contract/imports/keys.ts'
import { day, instantOf, moment } from '../../../src/contract/imports/times.ts'

const value = <Value>(read: Meaning<Value>) => ('value' in read ? read.value : read.fault)
const at = (text: string, zone: string) => {
  const read = moment(text)
  const meaning = 'value' in read ? instantOf(read.value, zone) : read
  return 'value' in meaning ? new Date(meaning.value).toISOString() : meaning.fault
}

t.test('days are read as people write them', async t => {
  for (const text of [
    '2026-03-01',
    '2026/3/1',
    '2026.3.1',
    '2026年3月1日',
    '20260301',
    '２０２６-０３-０１',
    '2026-03-01 00:00:00',
  ]) {
    t.equal(value(day(text)), '2026-03-01', text)
  }
  for (const text of [
    '2026-02-30',
    '01/03/2026',
    '26-3-1',
    '2026-3',
    'today',
    '0202-01-01',
    '2026-03-01 08:00',
  ]) {
    t.equal(value(day(text)), 'not-a-day', text)
  }
})

t.test('instants carry an offset; wall times take the zone', async t => {
  t.equal(at('2026-03-01T08:00:00+08:00', 'UTC'), '2026-03-01T00:00:00.000Z')
  t.equal(at('2026-03-01T08:00:00.250Z', 'Asia/Shanghai'), '2026-03-01T08:00:00.250Z')
  t.equal(at('2026-03-01T08:00:00-0530', 'UTC'), '2026-03-01T13:30:00.000Z')
  t.equal(at('2026-03-01 08:00', 'Asia/Shanghai'), '2026-03-01T00:00:00.000Z')
  t.equal(at('2026/3/1 8:00:30', 'Asia/Shanghai'), '2026-03-01T00:00:30.000Z')
  t.equal(at('2026年3月1日8:00', 'Asia/Shanghai'), '2026-03-01T00:00:00.000Z')
  t.equal(at('2026-03-01 24:00', 'UTC'), '2026-03-02T00:00:00.000Z')
})

t.test('wall times that the clock skipped or showed twice are refused', async t => {
  t.equal(at('2026-03-08 02:30', 'America/New_York'), 'wall-time-skipped')
  t.equal(at('2026-11-01 01:30', 'America/New_York'), 'wall-time-repeated')
  t.equal(at('2026-11-01 01:30-05:00', 'America/New_York'), '2026-11-01T06:30:00.000Z')
})

t.test('what is no moment is refused', async t => {
  for (const text of [
    '2026-03-01',
    '2026-03-01 25:00',
    '2026-03-01 08:60',
    '2026-03-01 24:01',
    '2026-02-30 08:00',
    '8:00',
  ]) {
    t.equal(at(text, 'UTC'), 'not-an-instant', text)
  }
})

t.test('decimals are multiplied exactly and never rounded', async t => {
  t.equal(value(scaled('1.5', 3600)), 5400)
  t.equal(value(scaled('1,234,567.89', 100)), 123_456_789)
  t.equal(value(scaled('0.1', 10)), 1)
  t.equal(value(scaled('300000000', 3600)), 1_080_000_000_000)
  t.equal(value(scaled('1.001', 100)), 'number-too-fine')
  t.equal(value(scaled('99999999999999999', 3600)), 'number-out-of-range')
  for (const text of ['', '1e3', 'NaN', '1,23', '0x10', '½'])
    t.equal(value(scaled(text, 1)), 'not-a-number', text)
})

t.test('whole numbers keep their bounds', async t => {
  const places = whole({ min: 1, max: 240 })
  t.strictSame(
    ['1', '２４０', '12.0', '0', '241', '1.5'].map(text => value(places(text))),
    [1, 240, 12, 'number-out-of-range', 'number-out-of-range', 'not-a-number'],
  )
})

t.test('words stay as they stand, keys lose their outer blanks', async t => {
  t.equal(value(words('热分析仪 （TGA-Q50） ')), '热分析仪 （TGA-Q50） ')
  t.equal(value(words(' \u3000')), 'blank-text')
  t.equal(value(code(' A 1 ')), 'A 1')
  t.equal(value(code('A\n1')), 'not-a-code')
})

t.test('a choice knows its words in any width and case', async t => {
  const use = choice({ exclusive: ['独占', '獨佔'], shared: ['共享'] })
  t.strictSame(
    ['EXCLUSIVE', ' 獨 佔 ', 'ｓｈａｒｅｄ', '其他'].map(text => value(use(text))),
    ['exclusive', 'exclusive', 'shared', 'not-a-choice'],
  )
})

t.test('an institution is told by its code, and a slip in a code is a fault', async t => {
  t.strictSame(value(institution(' 91350100m000100y43')), { kind: 'uscc', uscc: '91350100M000100Y43' })
  t.equal(value(institution('91350100M000100Y44')), 'not-a-uscc')
  t.strictSame(value(institution('ror.org/03yrm5c26')), { kind: 'ror', ror: 'https://ror.org/03yrm5c26' })
  t.equal(value(institution('https://ror.org/03yrm5c27')), 'not-a-ror')
  t.strictSame(value(institution('示例大学')), { kind: 'named', text: '示例大学' })
  t.equal(value(uscc('x')), 'not-a-uscc')
  t.equal(value(ror('03yrm5c26')), 'https://ror.org/03yrm5c26')
})
