import { z } from 'zod'
import { agreementPartiesMax } from '../domain/alliance.ts'
import { id, listQuery, page, text } from './common.ts'
import { datesIn, datesOut, endsOnIn, keptOut } from './kept.ts'

const subjectCharactersMax = 500

const fields = { subject: text(subjectCharactersMax), formsAllianceId: id.nullable() }

export const newAgreement = z
  .strictObject({
    allianceId: id,
    subject: fields.subject,
    partyIds: z.array(id).min(2).max(agreementPartiesMax),
    formsAllianceId: fields.formsAllianceId.default(null),
    ...datesIn,
  })
  .meta({ id: 'NewAgreement' })

export const agreementChanges = z
  .strictObject({ ...fields, endsOn: endsOnIn })
  .partial()
  .meta({ id: 'AgreementChanges' })

/** What binds some of the members of an alliance. */
export const agreement = z
  .object({
    id,
    allianceId: id,
    subject: z.string(),
    partyIds: z.array(id),
    formsAllianceId: id.nullable(),
    ...datesOut,
    ...keptOut,
  })
  .meta({ id: 'Agreement' })

export const agreementQuery = listQuery({ allianceId: id.optional() })
export const agreementPage = page('AgreementPage', agreement)
