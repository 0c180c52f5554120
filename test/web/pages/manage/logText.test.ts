import t from 'tap'
import { dayIn, overlapIn, pastedCells, spanIn } from '../../../../src/web/pages/manage/runs/logText.ts'
import { at } from '../../../support/clock.ts'

t.test('a date is read however a log book has it', async t => {
  for (const typed of ['2026-11-03', '2026/11/3', '2026.11.3', '2026年11月3日', '２０２６-11-03']) {
    t.equal(dayIn(typed), '2026-11-03', typed)
  }
  t.equal(dayIn('2026-02-30'), undefined, 'a date that no calendar has')
  t.equal(dayIn('3.11.'), undefined)
})

t.test('times stand on the clock of the instrument, a night runs into the next day', async t => {
  t.strictSame(spanIn('Asia/Shanghai', '2026-11-03', '09:30', '12:00'), {
    start: at('2026-11-03T09:30+08:00'),
    end: at('2026-11-03T12:00+08:00'),
  })
  t.strictSame(spanIn('Asia/Shanghai', '2026-11-03', '22:00', '06:00'), {
    start: at('2026-11-03T22:00+08:00'),
    end: at('2026-11-04T06:00+08:00'),
  })
  t.strictSame(spanIn('Asia/Shanghai', '2026-11-03', '22:00', '24:00'), {
    start: at('2026-11-03T22:00+08:00'),
    end: at('2026-11-04T00:00+08:00'),
  })
})

t.test('a block from a spreadsheet fills the columns from the one it is pasted into', async t => {
  t.strictSame(pastedCells('2026-11-03\t09:00\t10:00\r\n\r\n2026-11-04\t 11:00 \n', 'date'), [
    { date: '2026-11-03', from: '09:00', to: '10:00', samples: '', remark: '' },
    { date: '2026-11-04', from: '11:00', to: '', samples: '', remark: '' },
  ])
})

t.test('a line that takes time of one above it is told which', async t => {
  const span = (from: string, to: string) => spanIn('Asia/Shanghai', '2026-11-03', from, to)
  const spans = [span('09:00', '10:00'), undefined, span('10:00', '11:00'), span('10:30', '12:00')]
  t.equal(overlapIn(spans, 2), undefined, 'touching is not overlapping')
  t.equal(overlapIn(spans, 3), 2)
  t.equal(overlapIn(spans, 1), undefined)
})
