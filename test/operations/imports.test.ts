import t from 'tap'
import type { Context } from '../../src/context.ts'
import { runImport } from '../../src/operations/imports/run.ts'
import type { Tables } from '../../src/store/schema/tables.ts'
import { ENGINES } from '../support/engines.ts'
import { countsOf, faultsOf, partsOf, type Sheets, take } from './importing.ts'
import { aSite, codesOf } from './site.ts'

/** A small site: everything that can be imported, each row referring to those before it. */
const site: Sheets = {
  institutions: [
    ['name', 'kind', 'own id'],
    ['甲大学', 'university', 'A'],
    ['乙公司', 'company', 'B'],
  ],
  memberships: [
    ['alliance', 'institution', 'roles', 'starts on'],
    ['lianmeng', 'A', '理事长单位', '2020-01-01'],
    ['lianmeng', 'B', '成员单位', '2020-01-01'],
  ],
  groups: [
    ['institution', 'group', 'PI'],
    ['A', '质谱组', 'pi@a.example'],
  ],
  people: [
    ['login', 'name', 'institution', 'group', 'starts on'],
    ['pi@a.example', '李老师', 'A', '质谱组', '2020-01-01'],
    ['S001', '王同学', 'A', '质谱组', '2020-01-01'],
  ],
  projects: [
    ['code', 'name', 'institution', 'group', 'starts on', 'members'],
    ['P1', '一号课题', 'A', '质谱组', '2020-01-01', 'pi@a.example；S001'],
  ],
  grants: [
    ['alliance', 'document number', 'resource class', 'period', 'institution', 'group', 'amount', 'unit'],
    ['lianmeng', '1号', 'mass-spectrometer', '2026', 'B', '', '100', '小时'],
    ['lianmeng', '1号', 'mass-spectrometer', '2026', 'A', '质谱组', '20', '小时'],
    ['lianmeng', '1号', 'mass-spectrometer', '2026', 'A', '', '50', '小时'],
  ],
  instruments: [
    ['institution', 'asset number', 'name', 'resource class', 'time zone', 'pool'],
    ['A', 'ms-1', '质谱仪一', 'mass-spectrometer', 'Asia/Shanghai', '质谱仪'],
    ['A', 'ms-2', '质谱仪二', 'mass-spectrometer', 'Asia/Shanghai', '质谱仪'],
  ],
  bookings: [
    [
      'source',
      'id',
      'institution',
      'asset number',
      'start',
      'end',
      'time zone',
      'person',
      'booked by',
      'project',
    ],
    [
      'old',
      '1',
      'A',
      'ms-1',
      '2026-02-01 08:00',
      '2026-02-01 12:07',
      'Asia/Shanghai',
      'S001',
      'pi@a.example',
      'P1',
    ],
    ['old', '2', 'A', 'ms-1', '2026-04-01 08:00', '2026-04-01 12:00', 'Asia/Shanghai', 'S001', '', ''],
  ],
}

const counted = (count: (rows: number) => string) =>
  Object.entries(site).map(([noun, rows]) => `${noun}: ${count(rows.length - 1)}`)

const rowsIn = async ({ db }: Context, table: keyof Tables & ('institutions' | 'audit' | 'bookings')) =>
  (await db.read.q.select().from(db.read.t[table])).length

for (const engine of ENGINES) {
  t.test(
    `${engine}: a workbook holds a whole site; a dry run keeps nothing, a second run changes nothing`,
    async t => {
      const { context, alliance } = await aSite(t, engine)
      await alliance({ slug: 'lianmeng' })
      const audited = await rowsIn(context, 'audit')
      const parts = await partsOf(site)
      t.strictSame(
        countsOf(await take(context, parts, true)),
        counted(rows => `${rows}/0/0/0`),
      )
      t.strictSame([await rowsIn(context, 'institutions'), await rowsIn(context, 'audit')], [0, audited])
      t.strictSame(
        countsOf(await take(context, parts)),
        counted(rows => `${rows}/0/0/0`),
      )
      const afterFirst = await rowsIn(context, 'audit')
      t.strictSame(
        countsOf(await take(context, parts)),
        counted(rows => `0/0/${rows}/0`),
      )
      t.equal(await rowsIn(context, 'audit'), afterFirst)
    },
  )

  t.test(`${engine}: what was imported is what the rows say`, async t => {
    const { context, alliance } = await aSite(t, engine)
    await alliance({ slug: 'lianmeng' })
    await take(context, await partsOf(site))
    const { q, t: tables } = context.db.read
    const people = await q.select().from(tables.people)
    const [pi, student] = ['李老师', '王同学'].map(name => people.find(person => person.name === name))
    t.match(pi, { name: '李老师', email: 'pi@a.example', userKind: 'domestic', passwordHash: null })
    const [group] = await q.select().from(tables.groups)
    t.equal(group?.investigatorId, pi?.id, 'the investigator comes after the group')
    const instruments = await q.select().from(tables.instruments).orderBy(tables.instruments.id)
    t.strictSame(
      instruments.map(each => each.publication),
      ['published', 'published'],
    )
    t.equal(instruments[0]?.poolId, instruments[1]?.poolId)
    const [past, coming] = await q.select().from(tables.bookings).orderBy(tables.bookings.externalId)
    t.match(past, { state: 'confirmed', quota: 'none', personId: student?.id, bookedById: pi?.id })
    t.match(past?.override, { byId: 'system', reason: 'import', codes: ['in-the-past', 'off-grid'] })
    t.match(coming, { bookedById: student?.id, projectId: past?.projectId })
    const lots = await q.select().from(tables.lots).orderBy(tables.lots.id)
    const available = lots.map(lot => lot.granted / 3600)
    t.strictSame(
      available.toSorted((a, b) => a - b),
      [0, 20, 50, 100],
      'hours: reserve, group, institutions',
    )
  })

  t.test(`${engine}: a changed cell changes its field; an empty one leaves it`, async t => {
    const { context } = await aSite(t, engine)
    const heading = ['name', 'English name', 'kind', 'own id', 'USCC']
    const first = await partsOf({ institutions: [heading, ['甲大学', 'Jia', 'university', 'A', '']] })
    await take(context, first)
    const second = await partsOf({
      institutions: [heading, ['甲大学', '', 'research', 'A', '12100000400002259P']],
    })
    t.strictSame(countsOf(await take(context, second)), ['institutions: 0/1/0/0'])
    const [known] = await context.db.read.q.select().from(context.db.read.t.institutions)
    t.match(known, { nameEn: 'Jia', kind: 'research', uscc: '12100000400002259P', version: 2 })
  })

  t.test(`${engine}: a faulty row is told by its number and leaves nothing; good rows are kept`, async t => {
    const { context, institution } = await aSite(t, engine)
    await institution({ name: '丙所', ownId: 'C' })
    await institution({ name: '同名所' })
    await institution({ name: '同名所' })
    const report = await take(
      context,
      await partsOf({
        people: [
          ['login', 'institution', 'group'],
          ['a1', 'C', ''],
          ['a2', '无此单位', ''],
          ['a3', '同名所', ''],
          ['a4', 'C', '无此组'],
        ],
        instruments: [
          ['institution', 'asset number', 'name', 'time zone', 'resource class', 'use', 'places', 'pool'],
          ['C', '1', '甲', 'Asia/Shanghai', 'x', '独占', '1', '池'],
          ['C', '2', '乙', 'Asia/Shanghai', 'y', '独占', '1', '池'],
        ],
      }),
    )
    t.strictSame(countsOf(report), ['people: 1/0/0/3', 'instruments: 1/0/0/1'])
    t.strictSame(faultsOf(report), [
      'people 3 institution reference-unknown 无此单位',
      'people 4 institution reference-ambiguous 同名所',
      'people 5 group reference-unknown 无此组',
      'instruments 3 poolId invalid-value of-another-class',
    ])
  })

  t.test(`${engine}: bookings keep out of each other; what changed elsewhere since is told`, async t => {
    const { context, alliance } = await aSite(t, engine)
    await alliance({ slug: 'lianmeng' })
    await take(context, await partsOf(site))
    const [heading = [], first = [], second = []] = site['bookings'] ?? []
    const at = (row: readonly string[], cells: Readonly<Record<number, string>>) =>
      row.map((cell, place) => cells[place] ?? cell)
    const report = await take(
      context,
      await partsOf({
        bookings: [
          heading,
          at(first, { 1: '3', 4: '2026-02-01 12:00', 5: '2026-02-01 13:00' }),
          at(second, { 4: '2026-04-01 08:30' }),
          at(second, { 1: '4', 7: 'nobody' }),
          at(second, { 1: '5', 3: 'ms-2', 9: 'P9' }),
          at(second, { 1: '6', 3: 'ms-2' }),
        ],
      }),
    )
    t.strictSame(faultsOf(report), [
      'bookings 2 slot-taken',
      'bookings 3 start value-conflict 2',
      'bookings 4 person reference-unknown nobody',
      'bookings 5 project reference-unknown P9',
    ])
    t.equal(await rowsIn(context, 'bookings'), 3)
  })

  t.test(`${engine}: one grant is given once, another amount under its number is told`, async t => {
    const { context, alliance } = await aSite(t, engine)
    await alliance({ slug: 'lianmeng' })
    await take(context, await partsOf(site))
    const [heading = [], first = []] = site['grants'] ?? []
    const grants = [heading, first.with(6, '101'), first.with(1, '2号'), first.with(3, '春季')]
    t.strictSame(faultsOf(await take(context, await partsOf({ grants }))), [
      'grants 2 amount value-conflict 360000',
      'grants 4 period reference-unknown 春季',
    ])
  })

  t.test(`${engine}: affiliations run on, end and are taken up again`, async t => {
    const { context, institution } = await aSite(t, engine)
    await institution({ ownId: 'C' })
    const row = async (...dates: string[]) =>
      countsOf(
        await take(
          context,
          await partsOf({
            people: [
              ['login', 'institution', 'starts on', 'ends on'],
              ['a1', 'C', ...dates],
            ],
          }),
        ),
      )[0]
    t.equal(await row('2024-01-01', ''), 'people: 1/0/0/0')
    t.equal(await row('', ''), 'people: 0/0/1/0')
    t.equal(await row('2024-01-01', '2024-12-31'), 'people: 0/1/0/0')
    t.equal(await row('2026-01-01', ''), 'people: 0/1/0/0')
    t.equal(await row('2026-02-01', ''), 'people: 0/0/0/1', 'that affiliation began on another day')
    t.equal((await context.db.read.q.select().from(context.db.read.t.affiliations)).length, 2)
  })

  t.test(`${engine}: an import is the site admin's alone`, async t => {
    const { context, institution, holding } = await aSite(t, engine)
    const ours = await holding('institution-admin', 'institution', await institution())
    const parts = await partsOf({
      institutions: [
        ['name', 'kind'],
        ['甲', 'research'],
      ],
    })
    const options = { dryRun: false }
    t.strictSame(await codesOf(runImport(context, ours, parts, options)), ['not-allowed'])
    const admin = await holding('site-admin')
    t.strictSame(countsOf(await runImport(context, admin, parts, options)), ['institutions: 1/0/0/0'])
  })
}
