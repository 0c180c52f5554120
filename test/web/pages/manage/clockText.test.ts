import t from 'tap'
import { isTime, timeOf } from '../../../../src/web/pages/manage/clockText.ts'

t.test('a time is read however people write it', async t => {
  t.equal(timeOf('9'), '09:00')
  t.equal(timeOf('930'), '09:30')
  t.equal(timeOf('0930'), '09:30')
  t.equal(timeOf(' 9:30 '), '09:30')
  t.equal(timeOf('９：３０'), '09:30', 'also in full width')
})

t.test('what is no time stays as it was typed', async t => {
  t.equal(timeOf('noon'), 'noon')
  t.equal(timeOf(''), '')
  t.equal(timeOf('9:3'), '9:3')
})

t.test('the day ends at 24:00 and no later', async t => {
  t.ok(isTime('24:00'))
  t.notOk(isTime('24:01'))
  t.notOk(isTime('9:00'))
  t.notOk(isTime('09:60'))
})
