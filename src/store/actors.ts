import { and, eq, gte, isNull, lte, or } from 'drizzle-orm'
import type { Appointment } from '../domain/roles.ts'
import type { Day } from '../domain/units.ts'
import { type Reader, statement } from './database.ts'

const appointmentsOn = statement<{ personId: string; day: Day }>()('actors.appointments', (q, t, v) =>
  q
    .select({
      role: t.appointments.role,
      scopeKind: t.appointments.scopeKind,
      scopeId: t.appointments.scopeId,
    })
    .from(t.appointments)
    .innerJoin(t.people, eq(t.people.id, t.appointments.personId))
    .where(
      and(
        eq(t.appointments.personId, v.personId),
        isNull(t.people.retiredAt),
        lte(t.appointments.startsOn, v.day),
        or(isNull(t.appointments.endsOn), gte(t.appointments.endsOn, v.day)),
      ),
    ),
)

/** What a person is appointed as on a day (UTC); both dates of an appointment count. */
export const appointmentsOf = async (reader: Reader, personId: string, day: Day) =>
  (await reader.run(appointmentsOn, { personId, day })) as Appointment[]
