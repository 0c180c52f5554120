import type { BookingDraft } from '../../domain/imports.ts'
import { findImportedBooking } from '../../store/imports.ts'
import { book } from '../bookings/book.ts'
import { requireAlliance, requireInstrument, requirePerson, requireProjectId } from './references.ts'
import { type At, differences, isNothing, rowFault, type RowOutcome } from './rows.ts'

/** Kept with each imported booking as the reason for which rules of the policy were set aside. */
const overrideReason = 'import'

/**
 * Books what another system had booked. The rules of the policy are set aside, for they were others when it
 * was made; who may book, overlap, outage and capacity hold as for everyone. Known again by source and
 * external id. What has changed there since is a fault: a booking is moved where people see it.
 */
export async function importBooking(at: At, draft: BookingDraft): Promise<RowOutcome> {
  const { context, actor, tx } = at
  const { source, externalId, start, end, places, kind } = draft
  const instrument = await requireInstrument(tx, draft.instrument)
  const { id: personId } = await requirePerson(tx, draft.person ?? missing('person'), 'person')
  const known = await findImportedBooking(tx, { source, externalId })
  if (known !== undefined) {
    const changes = differences(known, { instrumentId: instrument.id, personId, start, end, places, kind })
    if (!isNothing(changes)) rowFault('value-conflict', Object.keys(changes)[0] as string, externalId)
    return 'unchanged'
  }
  const { institutionId } = instrument
  const { project: code } = draft
  const bookedBy =
    draft.bookedBy === undefined ? undefined : await requirePerson(tx, draft.bookedBy, 'bookedBy')
  await book(context, actor, {
    instrumentId: instrument.id,
    poolId: null,
    projectId: code === undefined ? null : await requireProjectId(tx, { code, personId, institutionId }),
    allianceId: draft.alliance === undefined ? null : (await requireAlliance(tx, draft.alliance)).id,
    agreementId: null,
    forPersonId: personId,
    start,
    end,
    places,
    kind,
    title: draft.title ?? null,
    details: {},
    overrideReason,
    imported: { source, externalId, bookedById: bookedBy?.id ?? personId },
  })
  return 'created'
}

const missing = (column: string) => rowFault('value-missing', column)
