import t from 'tap'
import { instant } from '../src/domain/units.ts'
import { idsFrom } from '../src/identifiers.ts'

t.test('ids of one process sort in the order in which they were made, also within a millisecond', async t => {
  const newId = idsFrom({ now: () => instant(1_772_409_600_000) })
  const ids = Array.from({ length: 10_000 }, () => newId('bkg'))
  t.strictSame(ids.toSorted(), ids)
  t.equal(new Set(ids).size, ids.length)
})

t.test('an id is a prefix and 26 characters that hold the millisecond', async t => {
  const newId = idsFrom({ now: () => instant(1_772_409_600_000) })
  t.match(newId('itm'), /^itm_[0-9a-hjkmnp-tv-z]{26}$/)
  const later = idsFrom({ now: () => instant(1_772_409_600_001) })
  t.ok(newId('itm') < later('itm'))
})

t.test('a clock set back does not make ids that sort before older ones', async t => {
  let now = 2_000_000
  const newId = idsFrom({ now: () => instant(now) })
  const before = newId('aud')
  now = 1_000_000
  t.ok(before < newId('aud'))
})

t.test('an id is a UUID of version 7, as RFC 9562 lays out its bits', async t => {
  const now = instant(1_772_409_600_000)
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
  const text = idsFrom({ now: () => now })('bkg').replace('bkg_', '')
  const bits = [...text].reduce((value, each) => value * 32n + BigInt(alphabet.indexOf(each)), 0n)
  t.equal(bits >> 80n, BigInt(now), 'the first 48 bits are the time')
  t.equal((bits >> 76n) & 15n, 7n, 'version')
  t.equal((bits >> 62n) & 3n, 2n, 'variant')
})
