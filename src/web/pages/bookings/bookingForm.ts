import type { Booking, BookingDraft } from '../../api/queries/bookings.ts'
import type { Instrument } from '../../api/queries/instruments.ts'
import type { Schema } from '../../api/schemas.ts'
import { type Span, writeInstant } from '../../time.ts'
import { firstOf, fitted } from './fitting.ts'

/** What somebody is about to book. */
export interface Wish {
  readonly instrumentId: string
  readonly span: Span
  /**
   * `drawn` or tapped as it is, made to fit the rules; `free` time of which the first bit will do; `exact`
   * as a booking was before.
   */
  readonly kind: 'drawn' | 'free' | 'exact'
  /** A booking that is made once more. */
  readonly like?: Booking
}

/** What is entered in the booking dialog. Empty text is what was left out. */
export interface BookingForm extends Span {
  readonly instrumentId: string
  readonly projectId: string
  readonly agreementId: string
  readonly title: string
  readonly places: number
  readonly forPersonId: string
  readonly customsNotice: string
  readonly anyOfPool: boolean
  readonly overrideReason: string
}

interface Place {
  readonly instrument: Instrument
  readonly rules: Schema<'PolicyRules'>
  readonly now: number
}

export function formOf(wish: Wish, { instrument, rules, now }: Place): BookingForm {
  const at = { zone: instrument.zone, now }
  const spans = {
    drawn: () => fitted(wish.span, rules, at),
    free: () => firstOf(wish.span, rules, at),
    exact: () => wish.span,
  }
  return {
    ...spans[wish.kind](),
    instrumentId: wish.instrumentId,
    projectId: wish.like?.projectId ?? '',
    agreementId: wish.like?.agreementId ?? '',
    title: wish.like?.title ?? '',
    places: wish.like?.places ?? 1,
    forPersonId: '',
    customsNotice: noticeOf(wish.like),
    anyOfPool: false,
    overrideReason: '',
  }
}

/** The form as the API reads it. */
export function draftOf(form: BookingForm, instrument: Instrument): BookingDraft {
  const { start, end, instrumentId, projectId, agreementId, title, forPersonId } = form
  const { overrideReason, customsNotice } = form
  const isOfPool = form.anyOfPool && instrument.poolId !== null
  return {
    ...(isOfPool ? { poolId: instrument.poolId as string } : { instrumentId }),
    start: writeInstant(start, instrument.zone),
    end: writeInstant(end, instrument.zone),
    places: form.places,
    kind: 'use',
    details: customsNotice === '' ? {} : { customsNotice },
    ...(projectId !== '' && { projectId }),
    ...(agreementId !== '' && { agreementId }),
    ...(title !== '' && { title }),
    ...(forPersonId !== '' && { forPersonId }),
    ...(overrideReason !== '' && { overrideReason }),
  }
}

function noticeOf(booking: Booking | undefined): string {
  const notice = booking?.details['customsNotice']
  return typeof notice === 'string' ? notice : ''
}
