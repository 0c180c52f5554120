import t from 'tap'
import { readAlliances } from '../../src/cli/import/alliances.ts'
import { emhubCast } from '../../src/cli/import/emhubCast.ts'
import { readEmhubBookings, readEmhubResources } from '../../src/cli/import/emhub.ts'
import { readNemo } from '../../src/cli/import/nemo.ts'
import { readPnnl } from '../../src/cli/import/pnnl.ts'
import type { Context } from '../../src/context.ts'
import type { Imported } from '../../src/domain/importFaults.ts'
import type { BookingDraft } from '../../src/domain/imports.ts'
import { plusSeconds } from '../../src/domain/units.ts'
import { sweepBookings } from '../../src/operations/bookings/sweep.ts'
import type { ImportPart } from '../../src/operations/imports/rows.ts'
import { ENGINES } from '../support/engines.ts'
import { dataAbsent, readData } from '../support/sharedData.ts'
import { countsOf, faultsOf, take } from './importing.ts'
import { aSite } from './site.ts'

const host = { institution: { kind: 'named', text: 'lab' }, zone: 'America/Chicago' } as const
const halfAnHour = 1800

const emhubParts = (bookings: Imported<BookingDraft>): ImportPart[] => {
  const cast = emhubCast(bookings, host)
  const instruments = readEmhubResources(readData('emhub-bookings/resources.csv'), host)
  return [
    { noun: 'instruments', imported: instruments },
    { noun: 'groups', imported: cast.groups },
    { noun: 'people', imported: cast.people },
    { noun: 'projects', imported: cast.projects },
    { noun: 'bookings', imported: cast.bookings },
  ]
}

/** The same bookings half an hour later, as another system with ids of its own might have them. */
const shifted = (bookings: Imported<BookingDraft>): Imported<BookingDraft> => ({
  ...bookings,
  rows: bookings.rows.map(({ row, value }) => ({
    row,
    value: {
      ...value,
      externalId: `shifted-${value.externalId}`,
      start: plusSeconds(value.start, halfAnHour),
      end: plusSeconds(value.end, halfAnHour),
    },
  })),
})

const usedSeconds = async ({ db }: Context) =>
  (await db.read.q.select().from(db.read.t.runs)).reduce((sum, run) => sum + run.usedSeconds, 0)

for (const engine of ENGINES) {
  t.test(
    `${engine}: EMhub's 229 bookings come in, and none of them half an hour later`,
    { skip: dataAbsent('emhub-bookings') },
    async t => {
      const { context, institution } = await aSite(t, engine)
      await institution({ ownId: 'lab' })
      const bookings = readEmhubBookings(readData('emhub-bookings/bookings.csv'), host)
      const came = ['groups: 1/0/0/0', 'people: 33/0/0/0', 'projects: 44/0/0/0', 'instruments: 10/0/0/0']
      t.strictSame(countsOf(await take(context, emhubParts(bookings))), [...came, 'bookings: 229/0/0/0'])
      const again = ['groups: 0/0/1/0', 'people: 0/0/33/0', 'projects: 0/0/44/0', 'instruments: 0/0/10/0']
      t.strictSame(countsOf(await take(context, emhubParts(bookings))), [...again, 'bookings: 0/0/229/0'])
      const later = await take(context, emhubParts(shifted(bookings)))
      t.strictSame(countsOf(later), [...again, 'bookings: 0/0/0/229'])
      t.strictSame([...new Set(faultsOf(later).map(fault => fault.split(' ')[2]))], ['slot-taken'])
      await sweepBookings(context)
      t.equal(await usedSeconds(context), 7_352_520, '2042.37 h, to the second')
    },
  )

  t.test(
    `${engine}: NEMO's 137 tools and PNNL's 263 instruments come in once`,
    { skip: dataAbsent('nemo-splash-pad') || dataAbsent('pnnl-instruments') },
    async t => {
      const { context, institution } = await aSite(t, engine)
      for (const ownId of ['nanofab', 'pnnl']) await institution({ ownId })
      const parts: ImportPart[] = [
        {
          noun: 'instruments',
          imported: readNemo(readData('nemo-splash-pad/splash_pad.json'), {
            institution: { kind: 'named', text: 'nanofab' },
            zone: 'America/New_York',
          }),
        },
        {
          noun: 'instruments',
          imported: readPnnl(
            {
              instruments: readData('pnnl-instruments/instruments.csv'),
              availableHours: readData('pnnl-instruments/emsl_available_hours.csv'),
            },
            { institution: { kind: 'named', text: 'pnnl' }, zone: 'America/Los_Angeles' },
          ),
        },
      ]
      t.strictSame(countsOf(await take(context, parts, true)), [
        'instruments: 137/0/0/0',
        'instruments: 263/0/0/0',
      ])
      t.strictSame(countsOf(await take(context, parts)), ['instruments: 137/0/0/0', 'instruments: 263/0/0/0'])
      t.strictSame(countsOf(await take(context, parts)), ['instruments: 0/0/137/0', 'instruments: 0/0/263/0'])
    },
  )

  t.test(
    `${engine}: alliances come with members, agreements and shared instruments`,
    { skip: dataAbsent('alliances') },
    async t => {
      const { context } = await aSite(t, engine)
      const parts: ImportPart[] = [
        { noun: 'alliances', imported: readAlliances(readData('alliances/alliances.json')) },
      ]
      t.strictSame(countsOf(await take(context, parts)), [
        'institutions: 54/0/2/0',
        'alliances: 11/0/0/0',
        'memberships: 56/0/0/0',
        'agreements: 5/0/0/0',
        'instruments: 64/0/0/0',
      ])
      const again = await take(context, parts)
      t.strictSame(
        again.entries.filter(each => each.created + each.updated + each.faulty > 0),
        [],
      )
      const terms = await context.db.read.q.select().from(context.db.read.t.sharingTerms)
      t.strictSame([terms.length, new Set(terms.map(term => term.audience))], [64, new Set(['alliance'])])
    },
  )
}
