import type { Context } from '../../src/context.ts'
import { plusSeconds, secondsPerDay } from '../../src/domain/units.ts'
import { book } from '../../src/operations/bookings/book.ts'
import { openForServer } from '../../src/store/open.ts'
import { type FilledSite, searchDays } from './fill.ts'
import { type Finding, medianOf, rangeOf } from './findings.ts'
import { benchContext, draftOf, wishes } from './site.ts'
import { search } from './slotSearch.ts'

const together = 32
const bound = { kind: 'at-most', ratio: 1.3 } as const

interface Cost {
  readonly cpuMicroseconds: number
  readonly wallMicroseconds: number
}

/** Budget 2: what a booking, and a slot search, cost with many bookings stored against few, turn by turn. */
export async function growth(
  of: { readonly few: FilledSite; readonly many: FilledSite; readonly label: string },
  how: { readonly rounds: number; readonly bookingsPerRound: number },
): Promise<Finding[]> {
  const few = await opened(of.few)
  const many = await opened(of.many)
  try {
    const booking = await inTurns(how.rounds, side => side.book(how.bookingsPerRound), { few, many })
    const searching = await inTurns(how.rounds, side => side.search(), { few, many })
    return [
      findingOf(`2a. cost of a booking, ${of.label}`, booking),
      findingOf(`2b. cost of a slot search, ${of.label}`, searching),
    ]
  } finally {
    await few.close()
    await many.close()
  }
}

type Side = Awaited<ReturnType<typeof opened>>

async function opened({ url, site }: FilledSite) {
  const db = await openForServer(url)
  const context: Context = benchContext(db)
  const next = wishes(site, plusSeconds(context.clock.now(), (searchDays + 2) * secondsPerDay))
  const bookOne = () => {
    const wish = next.next().value
    return book(context, { personId: wish.researcher.personId }, draftOf(wish))
  }
  return {
    book: (count: number) =>
      costOf(count, async () => {
        for (let done = 0; done < count; done += together) {
          await Promise.all(Array.from({ length: together }, bookOne))
        }
      }),
    search: () => costOf(1, () => search(db.read, site, context.clock.now())),
    close: () => db.close(),
  }
}

async function costOf(count: number, work: () => Promise<unknown>): Promise<Cost> {
  const cpu = process.cpuUsage()
  const begun = performance.now()
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return {
    cpuMicroseconds: (user + system) / count,
    wallMicroseconds: ((performance.now() - begun) * 1000) / count,
  }
}

async function inTurns(
  rounds: number,
  work: (side: Side) => Promise<Cost>,
  { few, many }: { readonly few: Side; readonly many: Side },
) {
  // The first turn of each warms up.
  await work(few)
  await work(many)
  const pairs: { readonly few: Cost; readonly many: Cost }[] = []
  for (let round = 0; round < rounds; round++) pairs.push({ few: await work(few), many: await work(many) })
  return pairs
}

function findingOf(budget: string, pairs: readonly { readonly few: Cost; readonly many: Cost }[]): Finding {
  const ratios = pairs.map(({ few, many }) => many.cpuMicroseconds / few.cpuMicroseconds)
  const byClock = pairs.map(({ few, many }) => many.wallMicroseconds / few.wallMicroseconds)
  const cost = (side: 'few' | 'many') => medianOf(pairs.map(pair => pair[side].cpuMicroseconds)).toFixed(0)
  return {
    budget,
    ratio: medianOf(ratios),
    bound,
    details: [
      `${cost('many')} µs of CPU against ${cost('few')} µs; rounds ${rangeOf(ratios)}`,
      `by the clock ${medianOf(byClock).toFixed(3)} (${rangeOf(byClock)})`,
    ],
  }
}
