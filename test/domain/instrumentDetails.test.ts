import t from 'tap'
import {
  detailFaults,
  detailListMax,
  detailNameLengthMax,
  detailsMax,
  detailTextLengthMax,
} from '../../src/domain/instrumentDetails.ts'

t.test('details known to a class have one kind of value each', async t => {
  t.strictSame(detailFaults('compute', { cores: 64, gpus: 0, memoryGib: 512 }), [])
  t.strictSame(detailFaults('compute', { cores: 6.5, gpus: -1 }), [
    { code: 'not-a-count', path: ['cores'] },
    { code: 'not-a-count', path: ['gpus'] },
  ])
  const room = { species: ['小鼠', '大鼠'], ethicsRequired: true, licence: 'SYXK(京)2026-0001' }
  t.strictSame(detailFaults('animal-room', room), [])
  t.strictSame(detailFaults('animal-room', { species: '小鼠', ethicsRequired: 'yes', licence: 5 }), [
    { code: 'not-a-list', path: ['species'] },
    { code: 'not-a-flag', path: ['ethicsRequired'] },
    { code: 'not-a-text', path: ['licence'] },
  ])
})

t.test("other names are the lab's own: a bounded text, number, flag or list of texts", async t => {
  const free = { cores: 'one of a drill', beam: 8.5, outdoors: false, tags: ['a', 'b'] }
  t.strictSame(detailFaults('drill', free), [])
  t.strictSame(detailFaults('drill', { a: null, b: { c: 1 }, d: [1], e: Number.NaN }), [
    { code: 'not-a-value', path: ['a'] },
    { code: 'not-a-value', path: ['b'] },
    { code: 'not-a-value', path: ['d'] },
    { code: 'not-a-value', path: ['e'] },
  ])
})

t.test('details are bounded in number and length', async t => {
  const many = Object.fromEntries(Array.from({ length: detailsMax + 1 }, (_, index) => [`n${index}`, 1]))
  t.strictSame(detailFaults('drill', many), [{ code: 'too-many', path: [] }])
  const name = 'n'.repeat(detailNameLengthMax + 1)
  t.strictSame(detailFaults('drill', { [name]: 1 }), [{ code: 'name-too-long', path: [name] }])
  const long = 'x'.repeat(detailTextLengthMax + 1)
  t.strictSame(detailFaults('drill', { note: long }), [{ code: 'not-a-value', path: ['note'] }])
  const list = Array.from({ length: detailListMax + 1 }, () => 'x')
  t.strictSame(detailFaults('animal-room', { species: list }), [{ code: 'not-a-list', path: ['species'] }])
})
