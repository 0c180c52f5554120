import { needsAlliance, PRICE_CATEGORY_BY_DEFAULT, quotaByDefault } from '../../../../domain/sharing.ts'
import type { Instrument } from '../../../api/queries/instruments.ts'
import type { SharingTerm, SharingTermChanges, SharingTermDraft } from '../../../api/queries/sharingTerms.ts'
import { addDays, dayOf, instantOf, startOfDay, writeInstant } from '../../../time.ts'

/** What is typed of a sharing term. */
export interface TermForm {
  readonly audience: SharingTerm['audience']
  readonly allianceId: string | null
  readonly quota: SharingTerm['quota']
  readonly visibility: SharingTerm['visibility']
  readonly priceCategory: string
  /** Null: from now on. */
  readonly firstDay: string | null
  /** A whole one; null: no end. */
  readonly lastDay: string | null
}

export const firstTerm: TermForm = {
  audience: 'own',
  allianceId: null,
  quota: quotaByDefault('own'),
  visibility: 'listed',
  priceCategory: PRICE_CATEGORY_BY_DEFAULT.own,
  firstDay: null,
  lastDay: null,
}

/** Another audience, with the quota and the price that it usually has. */
export const withAudience = (form: TermForm, audience: TermForm['audience']): TermForm => ({
  ...form,
  audience,
  quota: quotaByDefault(audience),
  priceCategory: PRICE_CATEGORY_BY_DEFAULT[audience],
})

/** The last local day on which a term holds; null: it has no end. */
export const lastDayOf = ({ endsAt }: Pick<SharingTerm, 'endsAt'>, zone: string) =>
  endsAt === null ? null : dayOf(instantOf(endsAt) - 1, zone)

export const typedTerm = (term: SharingTerm, zone: string): TermForm => ({
  audience: term.audience,
  allianceId: term.allianceId,
  quota: term.quota,
  visibility: term.visibility,
  priceCategory: term.priceCategory,
  firstDay: dayOf(instantOf(term.startsAt), zone),
  lastDay: lastDayOf(term, zone),
})

const startOf = (day: string, zone: string) => writeInstant(startOfDay(day, zone), zone)
const endOf = (day: string, zone: string) => startOf(addDays(day, 1), zone)

export function draftOf(form: TermForm, { id, zone }: Instrument): SharingTermDraft {
  const { audience, allianceId, quota, visibility, priceCategory, firstDay, lastDay } = form
  return {
    instrumentId: id,
    audience,
    quota,
    visibility,
    priceCategory,
    ...(needsAlliance(audience) && { allianceId }),
    ...(firstDay !== null && { startsAt: startOf(firstDay, zone) }),
    ...(lastDay !== null && { endsAt: endOf(lastDay, zone) }),
  }
}

/** What of a term was typed anew; instants that are left alone stay to the second. */
export function changesOf(term: SharingTerm, form: TermForm, zone: string): SharingTermChanges {
  const before = typedTerm(term, zone)
  const { quota, visibility, priceCategory, firstDay, lastDay } = form
  return {
    ...(quota !== before.quota && { quota }),
    ...(visibility !== before.visibility && { visibility }),
    ...(priceCategory !== before.priceCategory && { priceCategory }),
    ...(firstDay !== null && firstDay !== before.firstDay && { startsAt: startOf(firstDay, zone) }),
    ...(lastDay !== before.lastDay && { endsAt: lastDay === null ? null : endOf(lastDay, zone) }),
  }
}
