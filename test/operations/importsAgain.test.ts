import t from 'tap'
import type { Imported } from '../../src/domain/importFaults.ts'
import type { AllianceDraft, DraftByNoun, InstitutionRef, InstrumentDraft } from '../../src/domain/imports.ts'
import { amount, instant } from '../../src/domain/units.ts'
import type { ImportPart } from '../../src/operations/imports/rows.ts'
import { at } from '../support/clock.ts'
import { ENGINES } from '../support/engines.ts'
import { countsOf, faultsOf, take } from './importing.ts'
import { always, aSite, day } from './site.ts'

type Drafts = DraftByNoun & { readonly alliances: AllianceDraft }

/** Rows of one noun as a file would have been read to, from row 2 on. */
const rows = <Noun extends keyof Drafts>(noun: Noun, ...drafts: readonly Drafts[Noun][]): ImportPart => {
  const imported: Imported<Drafts[Noun]> = {
    rows: drafts.map((value, index) => ({ row: index + 2, value })),
    faults: [],
    notes: [],
  }
  return { noun, imported } as unknown as ImportPart
}

const named = (text: string): InstitutionRef => ({ kind: 'named', text })
const lab = named('C')
const group = { institution: lab, name: '质谱组' }
const project = {
  code: 'P1',
  name: '一号课题',
  group,
  startsOn: always.startsOn,
  fundingCodes: [],
  disciplines: [],
  members: [],
}
const someone = { loginKind: 'staff-number', userKind: 'domestic', institution: lab } as const
const instrument: InstrumentDraft = {
  institution: lab,
  assetNumber: 'ms-1',
  name: '质谱仪',
  resourceClass: 'mass-spectrometer',
  exclusive: true,
  capacity: 1,
  purpose: 'general',
  zone: 'Asia/Shanghai',
  operatingState: 'operation',
}
const alliance: AllianceDraft = {
  slug: 'lianmeng',
  name: '某联盟',
  type: 'innovation-consortium',
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  members: [],
  agreements: [],
  instruments: [],
}

for (const engine of ENGINES) {
  t.test(`${engine}: an alliance is brought up to date by its slug, beneath its parent`, async t => {
    const { context } = await aSite(t, engine)
    const taken = async (...drafts: AllianceDraft[]) => {
      const { entries } = await take(context, [rows('alliances', ...drafts)])
      return countsOf({ dryRun: false, entries: entries.filter(each => each.noun === 'alliances') })
    }
    t.strictSame(await taken(alliance), ['alliances: 1/0/0/0'])
    const child = { ...alliance, parent: 'umbrella', leadLabel: '理事长单位' }
    const parent = { ...alliance, slug: 'umbrella', name: '总联盟' }
    t.strictSame(await taken(child, parent), ['alliances: 1/1/0/0'], 'the parent goes first')
    t.strictSame(await taken(child, parent), ['alliances: 0/0/2/0'])
    const { q, t: tables } = context.db.read
    const [known] = await q.select().from(tables.alliances).orderBy(tables.alliances.id)
    t.match(known, { slug: 'lianmeng', leadLabel: '理事长单位', version: 2, parentId: /^all_/u })
  })

  t.test(`${engine}: alliances that are each other's parent are both left out`, async t => {
    const { context } = await aSite(t, engine)
    const circle = [
      { ...alliance, slug: 'a', parent: 'b' },
      { ...alliance, slug: 'b', parent: 'a' },
    ]
    const told = faultsOf(await take(context, [rows('alliances', ...circle)]))
    t.strictSame(told, ['alliances 2 parent reference-unknown b', 'alliances 3 parent reference-unknown a'])
  })

  t.test(`${engine}: a row tells which of its references leads nowhere`, async t => {
    const { context, institution } = await aSite(t, engine)
    await institution({ ownId: 'C' })
    const held = { alliance: 'none', institution: lab, roles: [], startsOn: always.startsOn }
    const at = { source: 'old', externalId: '1', kind: 'use', places: 1 } as const
    const hour = { start: instant(0), end: instant(3_600_000) }
    const booked = { ...at, ...hour, instrument: { institution: lab, assetNumber: 'none' }, person: 'a1' }
    await take(context, [rows('people', { ...someone, login: 'a1' })])
    const led = rows('groups', { ...group, investigator: 'a1' })
    const parts = [rows('memberships', held), rows('projects', project), rows('bookings', booked)]
    t.strictSame(faultsOf(await take(context, parts)), [
      'memberships 2 alliance reference-unknown none',
      'projects 2 group reference-unknown 质谱组',
      'bookings 2 assetNumber reference-unknown none',
    ])
    t.strictSame(countsOf(await take(context, [led])), ['groups: 1/0/0/0'])
    const [known] = await context.db.read.q.select().from(context.db.read.t.groups)
    t.match(known, { investigatorId: /^psn_/u, version: 1 }, 'who is there already leads it at once')
  })

  t.test(`${engine}: an agreement's last day and the alliance it forms come later`, async t => {
    const { context } = await aSite(t, engine)
    const member = (name: string) => ({
      institution: { name, kind: 'research', jurisdiction: 'CN' } as const,
      roles: [],
    })
    const agreed = { subject: '共享协议', parties: ['甲所', '乙所'] }
    const taken = (...agreements: AllianceDraft['agreements']) => {
      const members = ['甲所', '乙所'].map(member)
      return take(context, [rows('alliances', { ...alliance, foundedOn: '2016', members, agreements })])
    }
    t.equal(countsOf(await taken(agreed)).at(-2), 'agreements: 1/0/0/0')
    const formed = { ...alliance, slug: 'zi-lianmeng', name: '子联盟' }
    await take(context, [rows('alliances', formed)])
    const later = { ...agreed, endsOn: day('2030-12-31'), formsAlliance: '子联盟' }
    t.equal(countsOf(await taken(later)).at(-2), 'agreements: 0/1/0/0')
    t.equal(countsOf(await taken(later)).at(-2), 'agreements: 0/0/1/0')
    const [known] = await context.db.read.q.select().from(context.db.read.t.agreements)
    t.match(known, { startsOn: '2016-01-01', endsOn: '2030-12-31', formsAllianceId: /^all_/u })
    await take(context, [rows('alliances', { ...formed, slug: 'namesake' })])
    const doubtful = { ...later, subject: '另一协议' }
    t.strictSame(faultsOf(await taken(doubtful)), ['agreements 2 agreements reference-ambiguous 子联盟'])
  })

  t.test(`${engine}: two agreements of one subject cannot be told apart`, async t => {
    const { context } = await aSite(t, engine)
    const members = ['甲所', '乙所'].map(name => ({
      institution: { name, kind: 'research', jurisdiction: 'CN' } as const,
      roles: [],
    }))
    const agreed = { subject: '共享协议', parties: ['甲所', '乙所'] }
    const part = rows('alliances', { ...alliance, members, agreements: [agreed] })
    await take(context, [part])
    await context.db.transact(async ({ q, t: tables }) => {
      const [known] = await q.select().from(tables.agreements)
      if (known !== undefined) await q.insert(tables.agreements).values({ ...known, id: 'agr_twin' })
    })
    t.strictSame(faultsOf(await take(context, [part])), [
      'agreements 2 agreements reference-ambiguous 共享协议',
    ])
  })

  t.test(`${engine}: a membership gains a role and another right; a label is not rewritten`, async t => {
    const { context, institution, alliance: ally } = await aSite(t, engine)
    await institution({ ownId: 'C' })
    await ally({ slug: 'lianmeng' })
    const held = { alliance: 'lianmeng', institution: lab, startsOn: always.startsOn }
    const taken = (draft: Partial<DraftByNoun['memberships']>) =>
      take(context, [rows('memberships', { ...held, roles: [], ...draft })])
    const council = { role: 'council', label: '理事单位' }
    t.strictSame(countsOf(await taken({ roles: [council] })), ['memberships: 1/0/0/0'])
    t.strictSame(countsOf(await taken({ roles: [council, { role: 'member' }] })), ['memberships: 0/1/0/0'])
    t.strictSame(countsOf(await taken({ right: 'observer' })), ['memberships: 0/1/0/0'])
    t.strictSame(countsOf(await taken({ roles: [{ role: 'council' }] })), ['memberships: 0/0/1/0'])
    t.strictSame(faultsOf(await taken({ roles: [{ role: 'council', label: '副理事长单位' }] })), [
      'memberships 2 label value-conflict 副理事长单位',
    ])
    const { q, t: tables } = context.db.read
    t.match(await q.select().from(tables.memberships), [{ right: 'observer', version: 3 }])
  })

  t.test(`${engine}: a group, a project and an instrument take what a second file says`, async t => {
    const { context, institution } = await aSite(t, engine)
    await institution({ ownId: 'C' })
    const open = { shortestSeconds: 1800 } as InstrumentDraft['policy'] & object
    const first = [rows('groups', group), rows('projects', project), rows('instruments', instrument)]
    await take(context, first)
    const second = [
      rows('groups', { ...group, nameEn: 'MS' }),
      rows('projects', { ...project, fundingCodes: ['F1'], disciplines: ['化学'] }),
      rows('instruments', { ...instrument, location: '101', details: { beam: 8 }, policy: open }),
    ]
    const counts = (each: string) => ['groups', 'projects', 'instruments'].map(noun => `${noun}: ${each}`)
    t.strictSame(countsOf(await take(context, second)), counts('0/1/0/0'))
    t.strictSame(countsOf(await take(context, second)), counts('0/0/1/0'))
    t.strictSame(countsOf(await take(context, first)), counts('0/0/1/0'), 'what is left out stays')
    const { q, t: tables } = context.db.read
    t.match(await q.select().from(tables.projects), [
      { fundingCodes: ['F1'], disciplines: ['化学'], version: 2 },
    ])
    t.match(await q.select().from(tables.instruments), [{ location: '101', details: { beam: 8 } }])
  })

  t.test(`${engine}: institutions are named by any code; by two codes of two, by neither`, async t => {
    const { context, institution } = await aSite(t, engine)
    const ror = 'https://ror.org/034t30j35'
    const uscc = '12100000400002259P'
    await institution({ name: '甲', uscc })
    await institution({ name: '乙', ror })
    const by = (at: InstitutionRef, login: string) => ({ ...someone, institution: at, login })
    const people = rows('people', by({ kind: 'uscc', uscc }, 'a'), by({ kind: 'ror', ror }, 'b'))
    t.strictSame(countsOf(await take(context, [people])), ['people: 2/0/0/0'])
    const kind = { kind: 'research', jurisdiction: 'CN' } as const
    const twofold = rows('institutions', { ...kind, name: '丙', uscc, ror })
    t.strictSame(faultsOf(await take(context, [twofold])), ['institutions 2 name reference-ambiguous 丙'])
    const namesake = rows('institutions', { ...kind, name: '乙', ror: 'https://ror.org/03cve4549' })
    t.strictSame(countsOf(await take(context, [namesake])), ['institutions: 1/0/0/0'], 'other codes: another')
    const uncoded = rows('institutions', { ...kind, name: '甲' })
    t.strictSame(countsOf(await take(context, [uncoded])), ['institutions: 0/0/1/0'])
  })

  t.test(`${engine}: people are written to in the language of their place, and reached anew`, async t => {
    const { context, institution } = await aSite(t, engine)
    await institution({ name: '科大', ownId: 'HK', jurisdiction: 'HK' })
    await institution({ name: 'Lab', ownId: 'US', jurisdiction: 'US' })
    const by = (at: string, login: string) => ({ ...someone, institution: named(at), login })
    const phoned = { ...by('US', '+15550100'), loginKind: 'phone' } as const
    await take(context, [rows('people', by('HK', 'a'), phoned)])
    const { q, t: tables } = context.db.read
    const people = () => q.select().from(tables.people).orderBy(tables.people.id)
    t.match(await people(), [
      { locale: 'zh-Hant', phone: null },
      { locale: 'en', phone: '+15550100' },
    ])
    const mail = rows('people', { ...phoned, email: 'b@lab.example' })
    t.strictSame(countsOf(await take(context, [mail])), ['people: 0/1/0/0'])
    t.match((await people())[1], { email: 'b@lab.example', phone: '+15550100', version: 2 })
  })

  t.test(`${engine}: a project is granted quota by its code, where one project bears it`, async t => {
    const {
      context,
      institution,
      alliance: ally,
      group: newGroup,
      project: add,
      member,
    } = await aSite(t, engine)
    const institutionId = await institution({ ownId: 'C' })
    await member(await ally({ slug: 'lianmeng' }), institutionId)
    await add(await newGroup(institutionId, '甲组'), { code: 'P1' })
    const granted = (code: string, documentNumber: string) =>
      rows('grants', {
        alliance: 'lianmeng',
        resourceClass: 'mass-spectrometer',
        unit: 'second',
        holder: { kind: 'project', institution: lab, code },
        amount: amount(3600),
        period: '2026',
        documentNumber,
      })
    t.strictSame(countsOf(await take(context, [granted('P1', '1号')])), ['grants: 1/0/0/0'])
    await add(await newGroup(institutionId, '乙组'), { code: 'P1' })
    t.strictSame(faultsOf(await take(context, [granted('P1', '2号')])), [
      'grants 2 project reference-ambiguous P1',
    ])
    t.strictSame(faultsOf(await take(context, [granted('P9', '2号')])), [
      'grants 2 project reference-unknown P9',
    ])
  })

  t.test(`${engine}: a booking names the alliance that pays, and whom it is for`, async t => {
    const { context, institution, alliance: ally } = await aSite(t, engine)
    await institution({ ownId: 'C' })
    const allianceId = await ally({ slug: 'lianmeng' })
    const member = { alliance: 'lianmeng', institution: lab, roles: [], startsOn: always.startsOn }
    const person = { ...someone, login: 'a1', startsOn: always.startsOn }
    const shared = { ...alliance, instruments: [instrument] }
    await take(context, [rows('memberships', member), rows('people', person), rows('alliances', shared)])
    const booking = {
      source: 'old',
      externalId: '1',
      instrument: { institution: lab, assetNumber: 'ms-1' },
      start: at('2026-04-01T10:00+08:00'),
      end: at('2026-04-01T11:00+08:00'),
      kind: 'use',
      places: 1,
    } as const
    const paid = { ...booking, person: 'a1', alliance: 'lianmeng' }
    t.strictSame(faultsOf(await take(context, [rows('bookings', paid, booking)])), [
      'bookings 3 person value-missing',
    ])
    t.match(await context.db.read.q.select().from(context.db.read.t.bookings), [{ allianceId }])
  })

  t.test(`${engine}: what breaks a promise of ours is no row's fault: it ends the import`, async t => {
    const { context, institution } = await aSite(t, engine)
    await institution({ ownId: 'C' })
    const odd = { kind: 'odd' } as never
    const before = rows('groups', group)
    const grant = { alliance: 'lianmeng', resourceClass: 'x', unit: 'day', documentNumber: '1号' } as const
    await t.rejects(take(context, [before, rows('people', { ...someone, login: 'a', institution: odd })]), {
      message: /unhandled case/u,
    })
    t.strictSame(
      await context.db.read.q.select().from(context.db.read.t.groups),
      [],
      'its fifty rows with it',
    )
    const unheld = { ...grant, holder: odd, amount: amount(1), period: '2026' }
    await take(context, [rows('alliances', alliance)])
    await t.rejects(take(context, [rows('grants', unheld)]), { message: /unhandled case/u })
    await t.rejects(take(context, [{ noun: 'odd' } as never]), { message: /unhandled case/u })
  })
}
