import { z } from 'zod'
import { BOOKING_RIGHTS, membershipRolesMax } from '../domain/alliance.ts'
import { slug } from './alliances.ts'
import { day, id, listQuery, page, text } from './common.ts'
import { datesIn, datesOut, endsOnIn, keptOut } from './kept.ts'

const labelCharactersMax = 100

const right = z
  .enum(BOOKING_RIGHTS)
  .meta({ description: '`full` books; `observer` sees but does not book. Usual for a government member.' })

export const newMembershipRole = z
  .strictObject({
    role: slug.meta({ description: '`founder`, `chair`, `secretariat`, `lead`, `member`, `partner`, ….' }),
    label: text(labelCharactersMax).nullable().default(null),
    ...datesIn,
  })
  .meta({ id: 'NewMembershipRole' })

export const newMembership = z
  .strictObject({
    allianceId: id,
    institutionId: id,
    right: right.optional(),
    ...datesIn,
    roles: z.array(newMembershipRole).max(membershipRolesMax).default([]),
  })
  .meta({ id: 'NewMembership' })

export const membershipChanges = z
  .strictObject({ right, endsOn: endsOnIn })
  .partial()
  .meta({ id: 'MembershipChanges' })

const membershipRole = z.object({ id, role: z.string(), label: z.string().nullable(), ...datesOut })

/** An institution in an alliance, for a time. Its label is the alliance's own wording. */
export const membership = z
  .object({
    id,
    allianceId: id,
    institutionId: id,
    right: z.string(),
    ...datesOut,
    roles: z.array(membershipRole),
    ...keptOut,
  })
  .meta({ id: 'Membership' })

export const membershipQuery = listQuery({
  allianceId: id.optional(),
  institutionId: id.optional(),
  on: day.optional().meta({ description: 'Only memberships that hold on this day.' }),
})
export const membershipPage = page('MembershipPage', membership)
