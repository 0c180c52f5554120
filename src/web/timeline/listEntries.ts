import { cellState, type PreparedRow } from './cells.ts'
import type { TimelineItem, TimelineOutage, TimeSpan } from './model.ts'
import { within } from './windowing.ts'

/** A line of the list: what an instrument holds at a time, or that it is free. */
export type ListEntry =
  | { readonly kind: 'free'; readonly id: string; readonly span: TimeSpan; readonly places: number }
  | { readonly kind: 'closed'; readonly id: string; readonly span: TimeSpan }
  | { readonly kind: 'outage'; readonly id: string; readonly span: TimeSpan; readonly outage: TimelineOutage }
  | { readonly kind: 'item'; readonly id: string; readonly span: TimeSpan; readonly item: TimelineItem }

/** All lines of a day in order of time, each cut to the day. Free time is offered from `now` on. */
export function entriesOf(prepared: PreparedRow, day: TimeSpan, now: number): ListEntry[] {
  const cut = ({ start, end }: TimeSpan): TimeSpan => ({
    start: Math.max(start, day.start),
    end: Math.min(end, day.end),
  })
  const entries: ListEntry[] = [
    ...within(prepared.closed, day).map(span => ({ kind: 'closed' as const, id: '', span: cut(span) })),
    ...within(prepared.outages, day).map(outage => ({
      kind: 'outage' as const,
      id: outage.id,
      span: cut(outage),
      outage,
    })),
    ...within(prepared.items, day).map(item => ({
      kind: 'item' as const,
      id: item.id,
      span: cut(item),
      item,
    })),
    ...freeSpans(prepared, { start: Math.max(day.start, now), end: day.end }),
  ]
  return entries.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

/** Where at least one place is left, open and in order; neighbours with as many places are one. */
function freeSpans(prepared: PreparedRow, part: TimeSpan): (ListEntry & { kind: 'free' })[] {
  const hindrances = [prepared.closed, prepared.outages, prepared.items].flatMap(index => within(index, part))
  const cuts = hindrances
    .flatMap(({ start, end }) => [start, end])
    .filter(at => at > part.start && at < part.end)
  const edges = [part.start, ...new Set(cuts.toSorted((a, b) => a - b)), part.end]
  const free: (ListEntry & { kind: 'free' })[] = []
  for (let index = 0; index + 1 < edges.length; index++) {
    const span = { start: edges[index] as number, end: edges[index + 1] as number }
    if (span.start >= span.end) continue
    const { closed, outage, placesLeft } = cellState(prepared, span)
    if (closed || outage !== undefined || placesLeft === 0) continue
    const last = free.at(-1)
    if (last !== undefined && last.span.end === span.start && last.places === placesLeft) {
      free[free.length - 1] = { ...last, span: { start: last.span.start, end: span.end } }
    } else free.push({ kind: 'free', id: '', span, places: placesLeft })
  }
  return free
}
