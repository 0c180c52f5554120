import { useMemo } from 'react'
import {
  type Booking,
  type BookingDraft,
  useBookingTrial,
  useExtendTrial,
  useRescheduleTrial,
} from '../../api/queries/bookings.ts'
import { useSettled } from '../../kit/useSettled.ts'

/** What a dry run says of what is entered; neither a booking nor an error while it is being asked. */
export interface Trial {
  readonly booking: Booking | undefined
  readonly error: Error | null
}

type MoveDraft = Parameters<typeof useRescheduleTrial>[0]
type ExtensionDraft = Parameters<typeof useExtendTrial>[0]

// Null: it is being done in earnest, and would only stand in its own way.

export const useTrialOfBooking = (draft: BookingDraft | null): Trial => {
  const { asked, isBehind } = useAsked(draft)
  return trialOf(useBookingTrial(asked), isBehind)
}

export const useTrialOfMove = (draft: MoveDraft): Trial => {
  const { asked, isBehind } = useAsked(draft)
  return trialOf(useRescheduleTrial(asked), isBehind)
}

export const useTrialOfExtension = (draft: ExtensionDraft): Trial => {
  const { asked, isBehind } = useAsked(draft)
  return trialOf(useExtendTrial(asked), isBehind)
}

interface Asked<Given> {
  readonly asked: Given | null
  /** Whether what is entered has gone on since. */
  readonly isBehind: boolean
}

/** A draft once it has rested. */
function useAsked<Given>(draft: Given | null): Asked<Given> {
  const written = JSON.stringify(draft)
  const settled = useSettled(written)
  const asked = useMemo(() => JSON.parse(settled) as Given | null, [settled])
  return { asked: draft === null ? null : asked, isBehind: settled !== written }
}

interface Answer {
  readonly data: Booking | undefined
  readonly error: Error | null
  readonly isPlaceholderData: boolean
}

const trialOf = ({ data, error, isPlaceholderData }: Answer, isBehind: boolean): Trial => ({
  booking: isBehind || isPlaceholderData ? undefined : data,
  error: isBehind ? null : error,
})
