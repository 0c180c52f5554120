import type { ReactNode } from 'react'
import type { ItemState, TimelineWords } from './model.ts'

const states: readonly ItemState[] = ['busy', 'requested', 'confirmed', 'in_use', 'completed', 'maintenance']

/** What the signs and patterns of the timeline mean. */
export function TimelineLegend({ words }: { readonly words: TimelineWords }): ReactNode {
  return (
    <ul className="tl-legend" aria-label={words.legend}>
      <li>
        <span className="tl-swatch tl-swatch-free" aria-hidden="true" />
        {words.free}
      </li>
      <li>
        <span className="tl-swatch tl-closed" aria-hidden="true" />
        {words.closed}
      </li>
      <li>
        <span className="tl-swatch tl-outage" aria-hidden="true" />
        {words.plannedOutage} / {words.unplannedOutage}
      </li>
      {states.map(state => (
        <li key={state}>
          <span className="tl-swatch tl-item" data-state={state} aria-hidden="true" />
          {words.states[state]}
        </li>
      ))}
      <li>
        <span className="tl-swatch tl-item" data-state="confirmed" data-own="true" aria-hidden="true" />
        {words.own}
      </li>
    </ul>
  )
}
