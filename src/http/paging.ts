/**
 * One page for the wire. `rows` come in order of id and hold one more than `limit` where there is more: the cursor is
 * the id of the last row shown.
 */
export function pageOf<Row extends { readonly id: string }, Body>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Body,
): { items: Body[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const more = rows.length > limit
  return { items: shown.map(present), nextCursor: more ? (shown.at(-1)?.id ?? null) : null }
}
