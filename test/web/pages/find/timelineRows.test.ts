import t from 'tap'
import type { Booking } from '../../../../src/web/api/queries/bookings.ts'
import type { Availability, Instrument } from '../../../../src/web/api/queries/instruments.ts'
import { isBusyId, rowOf } from '../../../../src/web/pages/find/timelineRows.ts'
import { instantOf, timeText } from '../../../../src/web/time.ts'

const zone = 'Asia/Shanghai'
const at = (clock: string) => `2026-11-23T${clock}:00+08:00`
const instrument = { id: 'itm_1', zone, exclusive: true, capacity: 1 } as Instrument

function own(start: string, end: string, more: Partial<Booking> = {}): Booking {
  const times = { start: at(start), end: at(end), occupiedUntil: at(end) }
  const person = { id: 'per_me', name: '我' }
  const plain = {
    id: 'bkg_1',
    instrumentId: 'itm_1',
    state: 'confirmed',
    kind: 'use',
    places: 1,
    title: null,
  }
  return { ...plain, ...times, person, bookedById: 'per_me', projectCode: null, ...more } as Booking
}

function itemsOf(busy: Availability['busy'], bookings: readonly Booking[], now = at('00:00')) {
  const time = { instrumentId: 'itm_1', zone, open: [], outages: [], busy, free: [] }
  const names = { label: '质谱仪', untitled: '我的预约', busy: '已占用' }
  const { items } = rowOf({ instrument, time, bookings, readerId: 'per_me', now: instantOf(now), ...names })
  return items
}

const busy = (start: string, end: string, places = 1) => ({ start: at(start), end: at(end), places })

t.test('own time is not drawn a second time as taken', async t => {
  const items = itemsOf([busy('09:00', '14:00')], [own('10:00', '12:00')])
  const taken = items.filter(each => isBusyId(each.id))
  t.strictSame(
    taken.map(each => `${timeText(each.start, zone)}–${timeText(each.end, zone)}`),
    ['09:00–10:00', '12:00–14:00'],
  )
})

t.test('others beside me on a shared instrument stay', async t => {
  const taken = itemsOf([busy('09:00', '12:00', 5)], [own('09:00', '12:00', { places: 2 })])
  t.strictSame(
    taken.map(each => each.places),
    [2, 3],
  )
})

t.test('what came to nothing takes no time', async t => {
  t.strictSame(itemsOf([], [own('09:00', '10:00', { state: 'cancelled' })]), [])
})

t.test('only what lies ahead may be moved', async t => {
  const movable = (now: string) => itemsOf([], [own('09:00', '10:00')], at(now)).map(each => each.movable)
  t.strictSame(movable('08:00'), [true])
  t.strictSame(movable('09:30'), [false])
})
