import { inArray } from 'drizzle-orm'
import type { Name } from '../../domain/report/report.ts'
import type { Reader } from '../database.ts'

/** Ids of one query. */
const idsPerQuery = 1_000

/** The names of the instruments, institutions and alliances that a report mentions, by id. */
export async function namesOf(
  { q, t }: Reader,
  ids: { readonly instruments: Ids; readonly institutions: Ids; readonly alliances: Ids },
): Promise<Readonly<Record<string, Name>>> {
  const found: Record<string, Name> = {}
  for (const [table, wanted] of [
    [t.instruments, ids.instruments],
    [t.institutions, ids.institutions],
    [t.alliances, ids.alliances],
  ] as const) {
    const all = [...wanted]
    for (let from = 0; from < all.length; from += idsPerQuery) {
      const rows = await q
        .select({ id: table.id, name: table.name, nameEn: table.nameEn })
        .from(table as typeof t.instruments)
        .where(inArray(table.id, all.slice(from, from + idsPerQuery)))
      for (const { id, ...name } of rows) found[id] = name
    }
  }
  return found
}

type Ids = ReadonlySet<string>
