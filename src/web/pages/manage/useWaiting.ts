import { useMemo } from 'react'
import { type Booking, useBookings } from '../../api/queries/bookings.ts'
import { instantOf } from '../../time.ts'
import { useMyInstruments } from './useMyInstruments.ts'

/** When a request lapses, if nobody decides about it. */
export const expiryOf = ({ expiresAt, start }: Booking) => instantOf(expiresAt ?? start)

/** Requests on the reader's own instruments, the one that expires first on top; undefined while they load. */
export function useWaiting() {
  const { instruments, isPending } = useMyInstruments()
  const { data, error, refetch } = useBookings({ state: 'requested' })
  const waiting = useMemo(() => {
    if (data === undefined || isPending) return undefined
    // The list also has the reader's own wishes elsewhere, about which others decide.
    const ids = new Set(instruments.map(each => each.id))
    return data.filter(each => ids.has(each.instrumentId)).toSorted((a, b) => expiryOf(a) - expiryOf(b))
  }, [data, isPending, instruments])
  return { waiting, error, refetch }
}
