import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { dryRunQuery, ifMatch, type Seen, useChange } from '../change.ts'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'
import type { Schema } from '../schemas.ts'

export type Booking = Schema<'Booking'>
export type BookingDraft = Schema<'BookingDraft'>
type Overriding = { readonly overrideReason?: string }

export interface BookingsAsked {
  readonly mine?: boolean
  readonly instrumentId?: string
  readonly state?: Booking['state']
  /** RFC 3339. */
  readonly from?: string
  readonly to?: string
}

/** Bookings that the reader may see in full: their own, and those on instruments of which they are staff. */
export const useBookings = ({ mine, ...asked }: BookingsAsked, { enabled = true } = {}) => {
  const query = { ...asked, limit: pageLimit, ...(mine === true && { mine: 'true' as const }) }
  return useQuery({
    queryKey: ['bookings', 'list', query],
    queryFn: () =>
      allOf(cursor =>
        reply(client.GET('/api/v1/bookings', { params: { query: { ...query, ...(cursor && { cursor }) } } })),
      ),
    enabled,
    placeholderData: keepPreviousData,
  })
}

export const readBooking = (id: string): Promise<Booking> =>
  reply(client.GET('/api/v1/bookings/{id}', { params: { path: { id } } }))

export const useBooking = (id: string) =>
  useQuery({
    queryKey: ['bookings', id],
    queryFn: () => readBooking(id),
  })

const book = (body: BookingDraft, isDryRun: boolean) =>
  reply(client.POST('/api/v1/bookings', { body, params: { query: dryRunQuery(isDryRun) } }))

export const useBook = () => useChange((draft: BookingDraft) => book(draft, false))

/** What would come of a booking: the booking as it would be, or every rule against it. */
export const useBookingTrial = (draft: BookingDraft | null) =>
  useQuery({
    queryKey: ['bookings', 'trial', draft],
    queryFn: () => book(draft as BookingDraft, true),
    enabled: draft !== null,
    retry: false,
    placeholderData: keepPreviousData,
  })

const reschedule = ({ id, version, ...body }: Seen & Schema<'Rescheduling'>, isDryRun: boolean) =>
  reply(
    client.POST('/api/v1/bookings/{id}/rescheduling', {
      params: { path: { id }, header: ifMatch({ version }), query: dryRunQuery(isDryRun) },
      body,
    }),
  )

export const useReschedule = () => useChange((to: Seen & Schema<'Rescheduling'>) => reschedule(to, false))

/** What would come of a move: the booking as it would be, or every rule against it. */
export const useRescheduleTrial = (to: (Seen & Schema<'Rescheduling'>) | null) =>
  useQuery({
    queryKey: ['bookings', to?.id, 'move-trial', to],
    queryFn: () => reschedule(to as Seen & Schema<'Rescheduling'>, true),
    enabled: to !== null,
    retry: false,
    placeholderData: keepPreviousData,
  })

type Extension = Seen & { readonly end: string } & Overriding

const extend = ({ id, version, ...body }: Extension, isDryRun: boolean) =>
  reply(
    client.POST('/api/v1/bookings/{id}/extension', {
      params: { path: { id }, header: ifMatch({ version }), query: dryRunQuery(isDryRun) },
      body,
    }),
  )

export const useExtend = () => useChange((to: Extension) => extend(to, false))

/** What would come of another end. */
export const useExtendTrial = (to: Extension | null) =>
  useQuery({
    queryKey: ['bookings', to?.id, 'extend-trial', to],
    queryFn: () => extend(to as Extension, true),
    enabled: to !== null,
    retry: false,
    placeholderData: keepPreviousData,
  })

const cancel = ({ id, version, reason }: Seen & { readonly reason?: string }, isDryRun: boolean) =>
  reply(
    client.POST('/api/v1/bookings/{id}/cancellation', {
      params: { path: { id }, header: ifMatch({ version }), query: dryRunQuery(isDryRun) },
      body: reason === undefined ? {} : { reason },
    }),
  )

export const useCancel = () => useChange((given: Seen & { readonly reason?: string }) => cancel(given, false))

/** What would come of a cancellation now: whether it would be a late one, or refused. */
export const useCancelTrial = ({ id, version }: Seen) =>
  useQuery({
    queryKey: ['bookings', id, 'cancel-trial', version],
    queryFn: () => cancel({ id, version }, true),
    retry: false,
    staleTime: 0,
  })

type Decision = Seen & { readonly verdict: 'approval' | 'rejection'; readonly reason?: string }

export const useDecide = () =>
  useChange(({ id, version, verdict, reason }: Decision) =>
    reply(
      client.POST(`/api/v1/bookings/{id}/${verdict}`, {
        params: { path: { id }, header: ifMatch({ version }) },
        body: reason === undefined ? {} : { reason },
      }),
    ),
  )

export const useCheckIn = () =>
  useChange(({ id, version }: Seen) =>
    reply(
      client.POST('/api/v1/bookings/{id}/check-in', {
        params: { path: { id }, header: ifMatch({ version }) },
      }),
    ),
  )

export const useCheckOut = () =>
  useChange(({ id, version, samples }: Seen & { readonly samples?: number }) =>
    reply(
      client.POST('/api/v1/bookings/{id}/check-out', {
        params: { path: { id }, header: ifMatch({ version }) },
        body: samples === undefined ? {} : { samples },
      }),
    ),
  )

/** Marks that nobody came; staff only. */
export const useMarkNoShow = () =>
  useChange(({ id, version }: Seen) =>
    reply(
      client.POST('/api/v1/bookings/{id}/no-show', {
        params: { path: { id }, header: ifMatch({ version }) },
      }),
    ),
  )

/** Tries one booking after another, as for the rows of a table. */
export const useTryBooking = () => useMutation({ mutationFn: (draft: BookingDraft) => book(draft, true) })
