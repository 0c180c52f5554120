import { useQuery } from '@tanstack/react-query'
import { useChange } from '../change.ts'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'
import type { Schema } from '../schemas.ts'

export type Appointment = Schema<'Appointment'>
export type NewAppointment = Schema<'NewAppointment'>

type AppointmentsAsked = Partial<Pick<Appointment, 'personId' | 'scopeKind' | 'scopeId'>>

/** Who is, was and will be appointed: in one place, or one person as far as the reader may know. */
export const useAppointments = (asked: AppointmentsAsked) =>
  useQuery({
    queryKey: ['appointments', asked],
    queryFn: () =>
      allOf(cursor =>
        reply(
          client.GET('/api/v1/appointments', {
            params: { query: { ...asked, limit: pageLimit, ...(cursor && { cursor }) } },
          }),
        ),
      ),
  })

export const useAppoint = () =>
  useChange((body: NewAppointment) => reply(client.POST('/api/v1/appointments', { body })))

/** Sets the last day of an appointment. */
export const useEndAppointment = () =>
  useChange(({ id, endsOn }: Pick<Appointment, 'id'> & { readonly endsOn: string }) =>
    reply(client.POST('/api/v1/appointments/{id}/end', { params: { path: { id } }, body: { endsOn } })),
  )
