interface Paged<Item> {
  readonly items: Item[]
  readonly nextCursor: string | null
}

/** What a list reads to know whether there is a next page: one row more than it shows. */
export const pageOfQuery = ({
  limit,
  cursor,
}: {
  readonly limit: number
  readonly cursor?: string | undefined
}) => ({
  limit: limit + 1,
  after: cursor,
})

/** The page of rows that were read by `pageOfQuery`. */
export function pageOf<Row extends { readonly id: string }, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
): Paged<Item> {
  const shown = rows.slice(0, limit)
  const nextCursor = rows.length > limit ? (shown.at(-1)?.id ?? null) : null
  return { items: shown.map(present), nextCursor }
}
