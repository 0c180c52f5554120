import t from 'tap'
import type { SharingTermFacts } from '../../src/domain/bookingFacts.ts'
import { chooseTerm, type SharingQuestion } from '../../src/domain/chooseTerm.ts'

const term = (id: string, audience: SharingTermFacts['audience'], allianceId: string | null = null) =>
  ({ id, audience, allianceId, priceCategory: audience, quota: 'tracked' }) as const

const own = term('shr_own', 'own')
const allianceA = term('shr_a', 'alliance', 'all_a')
const allianceB = term('shr_b', 'alliance', 'all_b')
const partners = term('shr_partners', 'partners', 'all_a')
const registered = term('shr_registered', 'registered')

const full = (allianceId: string) => ({ allianceId, right: 'full' as const })
const observer = (allianceId: string) => ({ allianceId, right: 'observer' as const })

const chosen = (question: Partial<SharingQuestion>) =>
  chooseTerm({
    terms: [allianceA, allianceB, partners, registered],
    hostInstitutionId: 'ins_host',
    institutionId: 'ins_1',
    memberships: [],
    partnerOf: [],
    allianceId: null,
    ...question,
  })?.id

t.test('the nearest audience books: own, a member, a partner, anyone registered', async t => {
  t.equal(chosen({ memberships: [full('all_b')], partnerOf: ['all_a'] }), 'shr_b')
  t.equal(chosen({ partnerOf: ['all_a'] }), 'shr_partners')
  t.equal(chosen({}), 'shr_registered')
  t.equal(chosen({ terms: [allianceA] }), undefined)
  t.equal(chosen({ institutionId: null }), 'shr_registered')
})

t.test('full members come before observers, who still get their term', async t => {
  t.equal(chosen({ memberships: [observer('all_a'), full('all_b')] }), 'shr_b')
  t.equal(chosen({ memberships: [observer('all_a')] }), 'shr_a')
})

t.test('an institution uses its own instruments, written down or not', async t => {
  t.equal(
    chosen({ institutionId: 'ins_host', terms: [allianceA, own], memberships: [full('all_a')] }),
    'shr_own',
  )
  const unwritten = chooseTerm({
    terms: [],
    hostInstitutionId: 'ins_host',
    institutionId: 'ins_host',
    memberships: [],
    partnerOf: [],
    allianceId: null,
  })
  t.strictSame(unwritten, {
    id: null,
    audience: 'own',
    allianceId: null,
    priceCategory: 'internal',
    quota: 'none',
  })
})

t.test('a named alliance decides alone', async t => {
  t.equal(chosen({ allianceId: 'all_b', memberships: [full('all_a')] }), 'shr_b')
  t.equal(chosen({ allianceId: 'all_c', memberships: [full('all_a')] }), undefined)
  t.equal(chosen({ allianceId: 'all_a', institutionId: 'ins_host' }), 'shr_a')
  t.equal(chosen({ allianceId: 'all_a', partnerOf: ['all_a'] }), 'shr_partners')
  t.equal(chosen({ allianceId: 'all_a', memberships: [full('all_a')], partnerOf: ['all_a'] }), 'shr_a')
})
