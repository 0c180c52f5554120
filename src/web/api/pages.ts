interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
}

/** Beyond this the reader narrows the question instead. */
const pagesMax = 25

/** Rows of one page, as many as the service gives. */
export const pageLimit = 200

/** All items of a list, page after page. */
export async function allOf<Item>(ask: (cursor: string | undefined) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | undefined
  for (let count = 0; count < pagesMax; count++) {
    const page = await ask(cursor)
    items.push(...page.items)
    if (page.nextCursor === null) break
    cursor = page.nextCursor
  }
  return items
}
