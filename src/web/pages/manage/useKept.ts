import { useSearchParams } from 'wouter'

interface Kept<Key extends string> {
  /** Null: nothing is kept. */
  readonly text: (key: Key) => string | null
  /** A date `2026-11-23`; whatever else stands there is nothing. */
  readonly day: (key: Key) => string | null
  /** Null drops what was kept. */
  readonly keep: (changes: Readonly<Partial<Record<Key, string | null>>>) => void
}

/** What a page shows, kept in its address: whoever comes back to it, or sends it on, finds the same. */
export function useKept<Key extends string>(): Kept<Key> {
  const [params, setParams] = useSearchParams()
  const keep = (changes: Readonly<Partial<Record<Key, string | null>>>) =>
    setParams(
      before => {
        const after = new URLSearchParams(before)
        for (const [key, value] of Object.entries<string | null | undefined>(changes)) {
          if (value === null || value === undefined) after.delete(key)
          else after.set(key, value)
        }
        return after
      },
      { replace: true },
    )
  const text = (key: Key) => params.get(key)
  return {
    text,
    day: key => (/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d)$/u.test(text(key) ?? '') ? text(key) : null),
    keep,
  }
}
