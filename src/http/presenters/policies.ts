import { instantText } from '../../contract/common.ts'
import type { PolicyPreviewReply, PolicyReply } from '../../contract/policies.ts'
import { type Offender, offendersByCode } from '../../domain/policyPreview.ts'
import type { Span } from '../../domain/span.ts'
import type { Instant } from '../../domain/units.ts'
import type { JudgedRow } from '../../store/bookings/judged.ts'
import type { Policy } from '../../store/policies.ts'

/** A revision of the rules on the wire. */
export const presentPolicy = ({ effectiveFrom, createdAt, rules, ...policy }: Policy): PolicyReply => ({
  ...policy,
  // The shape has mutable lists, the domain has not.
  rules: rules as PolicyReply['rules'],
  effectiveFrom: instantText(effectiveFrom),
  createdAt: instantText(createdAt),
})

interface Judged {
  readonly zone: string
  readonly past: {
    readonly window: Span
    readonly examined: number
    readonly offenders: readonly Offender<JudgedRow>[]
  }
  readonly future: {
    readonly from: Instant
    readonly examined: number
    readonly offenders: readonly Offender<JudgedRow>[]
  }
}

/** What a draft of rules would have refused, and what it finds in the calendar, by the instrument's clock. */
export function presentPreview({ zone, past, future }: Judged): PolicyPreviewReply {
  const present = ({ id, start, end, state, personId, personName }: JudgedRow) => ({
    id,
    start: instantText(start, zone),
    end: instantText(end, zone),
    state,
    person: { id: personId, name: personName },
  })
  return {
    past: {
      from: instantText(past.window.start, zone),
      to: instantText(past.window.end, zone),
      examined: past.examined,
      refused: past.offenders.length,
      byCode: offendersByCode(past.offenders).map(({ examples, ...each }) => ({
        ...each,
        examples: examples.map(present),
      })),
    },
    future: {
      from: instantText(future.from, zone),
      examined: future.examined,
      broken: future.offenders.map(({ booking, codes }) => ({ ...present(booking), codes: [...codes] })),
    },
  }
}
