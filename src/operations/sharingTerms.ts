import type { Context } from '../context.ts'
import type { QuotaMode } from '../domain/booking.ts'
import { refuse } from '../domain/refusal.ts'
import {
  type Audience,
  contradict,
  needsAlliance,
  PRICE_CATEGORY_BY_DEFAULT,
  quotaByDefault,
  type SharingVisibility,
} from '../domain/sharing.ts'
import type { Instant } from '../domain/units.ts'
import { localDay } from '../domain/zone.ts'
import { findAlliance } from '../store/alliances.ts'
import type { Tx } from '../store/database.ts'
import type { Instrument } from '../store/instruments.ts'
import { membershipOn } from '../store/memberships.ts'
import {
  findSharingTerm,
  insertSharingTerm,
  sharingTermsMax,
  sharingTermsOf,
  type SharingTermRow,
  updateSharingTerm,
} from '../store/sharingTerms.ts'
import { type Edit, fieldsOf, requireCurrent, requireEdited, requireFound } from './edits.ts'
import { holdInstrument } from './hostedInstruments.ts'
import { type Actor, perform, record } from './perform.ts'

/** What may still be changed of a term; to close it, give it an end. */
export interface SharingTermFields {
  readonly startsAt: Instant
  readonly endsAt: Instant | null
  readonly visibility: SharingVisibility
  readonly priceCategory: string
  readonly quota: QuotaMode
}

export interface NewSharingTerm {
  readonly instrumentId: string
  readonly audience: Audience
  /** For `alliance` and `partners`, and only for them. */
  readonly allianceId?: string | null | undefined
  /** Left out: now. */
  readonly startsAt?: Instant | undefined
  readonly endsAt?: Instant | null | undefined
  readonly visibility?: SharingVisibility | undefined
  /** Left out: `internal`, `member`, `partner` or `external`, by audience. */
  readonly priceCategory?: string | undefined
  /** Left out: `none` for the own institution, `tracked` for others. */
  readonly quota?: QuotaMode | undefined
}

/**
 * Opens an instrument to an audience. The host shares only into alliances of which it is a member when the
 * term begins.
 *
 * @throws Refused `not-allowed`, `not-found`, `wrong-state` (retired), `invalid-value`, `not-a-member`,
 *   `already-exists` where another term opens it to the same audience at the same time.
 */
export const addSharingTerm = (
  context: Context,
  actor: Actor,
  draft: NewSharingTerm,
): Promise<SharingTermRow> =>
  perform(context, actor, async tx => {
    const { instrumentId, audience } = draft
    const held = await holdInstrument(context, tx, actor, { instrumentId, verb: 'sharing.edit' })
    const createdAt = context.clock.now()
    const term: SharingTermRow = {
      id: context.newId('shr'),
      instrumentId,
      audience,
      allianceId: draft.allianceId ?? null,
      startsAt: draft.startsAt ?? createdAt,
      endsAt: draft.endsAt ?? null,
      visibility: draft.visibility ?? 'listed',
      priceCategory: draft.priceCategory ?? PRICE_CATEGORY_BY_DEFAULT[audience],
      quota: draft.quota ?? quotaByDefault(audience),
      version: 1,
      createdAt,
    }
    await requireAudience(tx, held.instrument, term)
    await requireAlone(tx, term)
    await insertSharingTerm(tx, term)
    const deed = { verb: 'add', noun: 'sharing-term', nounId: term.id, actedAs: held.actedAs }
    await record(context, tx, actor, { ...deed, fields: fieldsOf(draft) })
    return term
  })

/**
 * Changes a term. Bookings made under it keep the price and quota they were made with.
 *
 * @throws Refused `not-allowed`, `not-found`, `wrong-state` (instrument retired), `invalid-value`,
 *   `already-exists` as `addSharingTerm`, `version-stale`.
 */
export const editSharingTerm = (
  context: Context,
  actor: Actor,
  edit: Edit<SharingTermFields>,
): Promise<SharingTermRow> =>
  perform(context, actor, async tx => {
    const { id, changes } = edit
    const { instrumentId } = requireFound(await findSharingTerm(tx, id), 'sharing-term', id)
    const held = await holdInstrument(context, tx, actor, { instrumentId, verb: 'sharing.edit' })
    const before = requireFound(await findSharingTerm(tx, id), 'sharing-term', id)
    const { startsAt = before.startsAt, endsAt = before.endsAt } = changes
    const after = { ...before, startsAt, endsAt }
    if (startsAt !== before.startsAt) await requireAudience(tx, held.instrument, after)
    await requireAlone(tx, after)
    const updated = await updateSharingTerm(tx, edit, changes)
    const edited = await requireEdited(updated, edit.version, () => findSharingTerm(tx, id))
    const deed = { verb: 'edit', noun: 'sharing-term', nounId: id, actedAs: held.actedAs }
    await record(context, tx, actor, { ...deed, fields: fieldsOf(changes) })
    return edited
  })

async function requireAudience(
  tx: Tx,
  { institutionId }: Instrument,
  { audience, allianceId, startsAt }: SharingTermRow,
): Promise<void> {
  if (!needsAlliance(audience as Audience)) {
    if (allianceId !== null)
      refuse({ code: 'invalid-value', field: 'allianceId', fault: 'not-of-this-audience' })
    return
  }
  if (allianceId === null) {
    return refuse({ code: 'invalid-value', field: 'allianceId', fault: 'needed-for-this-audience' })
  }
  const { zone } = requireCurrent(await findAlliance(tx, allianceId), 'alliance', allianceId)
  const day = localDay(zone, startsAt)
  const membership = await membershipOn(tx, { allianceId, institutionId, day })
  if (membership === undefined) refuse({ code: 'not-a-member', allianceId, on: day })
}

/** The instrument's lock keeps two terms from being added beside each other. */
async function requireAlone(tx: Tx, term: SharingTermRow): Promise<void> {
  if (term.endsAt !== null && term.endsAt <= term.startsAt) {
    refuse({ code: 'invalid-value', field: 'endsAt', fault: 'end-before-start' })
  }
  const others = (await sharingTermsOf(tx, term.instrumentId)).filter(each => each.id !== term.id)
  if (others.length >= sharingTermsMax) {
    refuse({ code: 'invalid-value', field: 'instrumentId', fault: 'too-many-terms' })
  }
  if (others.some(other => contradict(term, other))) {
    refuse({ code: 'already-exists', noun: 'sharing-term', field: 'audience' })
  }
}
