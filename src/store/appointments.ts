import { and, eq, gte, isNull, or } from 'drizzle-orm'
import { appointmentsMax } from '../domain/appointing.ts'
import type { Role, ScopeKind } from '../domain/roles.ts'
import type { Day } from '../domain/units.ts'
import { first, type Reader, type Tx } from './database.ts'
import type { Tables } from './schema/tables.ts'
import { afterId, equalsIfGiven, type Page } from './search.ts'

type Row = Tables['appointments']['$inferSelect']
export type DatedAppointment = Omit<Row, 'role' | 'scopeKind'> & {
  readonly role: Role
  readonly scopeKind: ScopeKind
}

export const findAppointment = async (reader: Reader, id: string) =>
  first(await reader.q.select().from(reader.t.appointments).where(eq(reader.t.appointments.id, id))) as
    DatedAppointment | undefined

export interface AppointmentFilter extends Page {
  readonly personId?: string | undefined
  readonly scopeKind?: ScopeKind | undefined
  readonly scopeId?: string | undefined
}

/** Appointments past, present and to come, in order of id. */
export const listAppointments = async ({ q, t }: Reader, filter: AppointmentFilter) =>
  (await q
    .select()
    .from(t.appointments)
    .where(
      and(
        equalsIfGiven(t.appointments.personId, filter.personId),
        equalsIfGiven(t.appointments.scopeKind, filter.scopeKind),
        equalsIfGiven(t.appointments.scopeId, filter.scopeId),
        afterId(t.appointments.id, filter),
      ),
    )
    .orderBy(t.appointments.id)
    .limit(filter.limit)) as DatedAppointment[]

/** What a person is or will be appointed as, from `day` on. */
export const appointmentsFrom = async (
  { q, t }: Reader,
  of: { readonly personId: string; readonly day: Day },
) =>
  (await q
    .select()
    .from(t.appointments)
    .where(
      and(
        eq(t.appointments.personId, of.personId),
        or(isNull(t.appointments.endsOn), gte(t.appointments.endsOn, of.day)),
      ),
    )
    .orderBy(t.appointments.id)
    .limit(appointmentsMax)) as DatedAppointment[]

export const insertAppointment = async (tx: Tx, appointment: DatedAppointment) => {
  await tx.q.insert(tx.t.appointments).values(appointment)
}

/** Sets the last day on which an appointment counts. */
export const endAppointment = async (tx: Tx, id: string, endsOn: Day) => {
  await tx.q.update(tx.t.appointments).set({ endsOn }).where(eq(tx.t.appointments.id, id))
}
