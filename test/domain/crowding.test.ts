import t from 'tap'
import fc from 'fast-check'
import { peakPlaces } from '../../src/domain/availability.ts'
import { firstCrowded } from '../../src/domain/crowding.ts'
import { span } from '../../src/domain/span.ts'
import { instant } from '../../src/domain/units.ts'

const taken = (start: number, end: number, places: number) => ({
  start: instant(start),
  occupiedUntil: instant(end),
  places,
})

t.test('places are counted where occupations overlap, not where they touch', async t => {
  const occupations = [taken(0, 10, 3), taken(5, 15, 2), taken(10, 20, 3)]
  t.equal(firstCrowded(occupations, 5), undefined)
  t.equal(firstCrowded(occupations, 4), occupations[1])
  t.equal(firstCrowded(occupations, 2), occupations[0])
  t.equal(firstCrowded([], 1), undefined)
  t.throws(() => firstCrowded([taken(5, 6, 1), taken(0, 1, 1)], 1), /order of start/)
})

t.test('somewhere is crowded exactly when the peak is above the capacity', async t => {
  const occupation = fc
    .tuple(fc.nat(30), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 4 }))
    .map(([start, length, places]) => taken(start, start + length, places))
  const asked = fc.tuple(fc.array(occupation, { maxLength: 12 }), fc.integer({ min: 1, max: 12 }))
  const crowdedAbovePeak = fc.property(asked, ([some, capacity]) => {
    const sorted = some.toSorted((a, b) => a.start - b.start)
    const crowded = firstCrowded(sorted, capacity) !== undefined
    return crowded === peakPlaces(sorted, span(0, 50)) > capacity
  })
  t.doesNotThrow(() => fc.assert(crowdedAbovePeak))
})
