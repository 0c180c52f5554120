import t from 'tap'
import { readHolidays } from '../../../../src/web/pages/manage/policy/holidayText.ts'

/** Dates of one kind, short. */
const of = (text: string, year = '2026') => {
  const { dates, unread } = readHolidays(text, year)
  const written = (kind: 'off' | 'work') =>
    dates.filter(each => each.kind === kind).map(each => `${each.date} ${each.note}`.trim())
  return { off: written('off'), work: written('work'), unread }
}

t.test('the yearly notice is read as it is written', async t => {
  const notice = `国办发明电〔2025〕7号
各省、自治区、直辖市人民政府：
经国务院批准，现将2026年元旦、春节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。`
  const { off, work, unread } = of(notice, '2025')
  t.strictSame(off.slice(0, 3), ['2026-01-01 元旦', '2026-01-02 元旦', '2026-01-03 元旦'])
  t.equal(off.length, 3 + 9 + 3)
  t.strictSame(unread, [])
  t.equal(off.at(-1), '2026-04-06 清明节')
  t.strictSame(work, ['2026-01-04 元旦', '2026-02-14 春节', '2026-02-28 春节'])
})

t.test('a holiday may run from one month into the next', async t => {
  const { off, work } = of('国庆节、中秋节：9月29日（周三）至10月2日（周六）放假调休，9月26日（周日）上班。')
  t.strictSame(
    off.map(each => each.slice(5, 10)),
    ['09-29', '09-30', '10-01', '10-02'],
  )
  t.strictSame(work, ['2026-09-26 国庆节、中秋节'])
})

t.test('a sentence goes on in the year of the one before', async t => {
  const { off, work } = of('元旦：2027年1月1日放假。1月9日上班。')
  t.strictSame([...off, ...work], ['2027-01-01 元旦', '2027-01-09 元旦'])
})

t.test('a list has one date or span a line', async t => {
  const { off, unread } = of('2027-01-01 元旦\n2027-02-06 – 2027-02-08 农历年初一\n2027/4/5\n2027.2.30')
  t.strictSame(off, [
    '2027-01-01 元旦',
    '2027-02-06 农历年初一',
    '2027-02-07 农历年初一',
    '2027-02-08 农历年初一',
    '2027-04-05',
  ])
  t.strictSame(unread, ['2027.2.30'], 'what is no date is said')
})

t.test('a text without a date is no holiday', async t => {
  t.strictSame(of('放假期间请关好门窗。\n\n共3天'), { off: [], work: [], unread: [] })
})
