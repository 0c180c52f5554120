import { z } from 'zod'
import { ROLES } from '../domain/roles.ts'
import { id, listQuery, page } from './common.ts'
import { datesIn, datesOut } from './kept.ts'

const role = z.enum(ROLES)
const scopeKind = z.enum(['site', 'alliance', 'institution', 'instrument'])

export const newAppointment = z
  .strictObject({
    personId: id,
    role,
    scopeKind,
    scopeId: id.meta({ description: 'Id of the alliance, institution or instrument; `site` for the site.' }),
    ...datesIn,
  })
  .meta({ id: 'NewAppointment' })

/** A role that a person holds in one place, for a time. */
export const appointment = z
  .object({ id, personId: id, role, scopeKind, scopeId: id, ...datesOut })
  .meta({ id: 'Appointment' })

export const appointmentQuery = listQuery({
  personId: id.optional(),
  scopeKind: scopeKind.optional(),
  scopeId: id.optional(),
})
export const appointmentPage = page('AppointmentPage', appointment)
