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

type Draft<Try extends (draft: never) => unknown> = NonNullable<Parameters<Try>[0]>

export const useTrialOfBooking = (draft: BookingDraft): Trial => {
  const { asked, isBehind } = useAsked(draft)
  return trialOf(useBookingTrial(asked), isBehind)
}

export const useTrialOfMove = (draft: Draft<typeof useRescheduleTrial>): Trial => {
  const { asked, isBehind } = useAsked(draft)
  return trialOf(useRescheduleTrial(asked), isBehind)
}

export const useTrialOfExtension = (draft: Draft<typeof useExtendTrial>): Trial => {
  const { asked, isBehind } = useAsked(draft)
  return trialOf(useExtendTrial(asked), isBehind)
}

/** A draft once it has rested, and whether what is entered has gone on since. */
function useAsked<Given>(draft: Given): { readonly asked: Given; readonly isBehind: boolean } {
  const written = JSON.stringify(draft)
  const settled = useSettled(written)
  const asked = useMemo(() => JSON.parse(settled) as Given, [settled])
  return { asked, isBehind: settled !== written }
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
