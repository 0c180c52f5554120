import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useAlliances } from '../../api/queries/alliances.ts'
import type { Booking } from '../../api/queries/bookings.ts'
import type { Instrument } from '../../api/queries/instruments.ts'
import { useInstitutions } from '../../api/queries/institutions.ts'
import { useMe } from '../../api/queries/me.ts'
import { Section } from '../../kit/page.tsx'
import { clocksDiffer, instantOf, momentText, spanOf, spanText, viewerZone } from '../../time.ts'
import { useWords } from '../../words/words.tsx'
import { useLocale, useMoney, useNameOf } from '../../words/writing.ts'
import { type BookingUnit, useHolding } from './verdict.tsx'

interface BookingFactsProps {
  readonly booking: Booking
  readonly instrument: Instrument
  readonly unit: BookingUnit
}

/** Everything that a booking says of itself. */
export function BookingFacts({ booking, instrument, unit }: BookingFactsProps) {
  const words = useWords()
  const facts = [...usePlainFacts({ booking, instrument, unit }), ...useMoments(booking, instrument.zone)]
  return (
    <Section title={words.booking.facts}>
      <dl className="facts card">
        {facts
          .filter(([, value]) => !isNothing(value))
          .map(([name, value]) => (
            <Fact key={name} name={name} value={value} />
          ))}
      </dl>
    </Section>
  )
}

/** What is left out of a list of facts. */
const isNothing = (value: ReactNode) =>
  value === null || value === undefined || value === '' || value === false

type FactPair = readonly [name: string, value: ReactNode]

const Fact = ({ name, value }: { readonly name: string; readonly value: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
)

function usePlainFacts({ booking, instrument, unit }: BookingFactsProps): readonly FactPair[] {
  const { booking: words, common, instrument: kinds } = useWords()
  const nameOf = useNameOf()
  const money = useMoney()
  const locale = useLocale()
  const institution = useInstitutions().data?.find(each => each.id === booking.institutionId)
  const alliance = useAlliances().data?.find(each => each.id === booking.allianceId)
  const project = useMe().data?.projects.find(each => each.id === booking.projectId)
  const holding = useHolding(booking, unit, instrument.zone)
  const { person, estimatedCost, priceCategory, details } = booking
  const span = spanOf(booking)
  const here = viewerZone()
  const notice = details['customsNotice']
  return [
    [words.where, <Link href={`/instruments/${instrument.id}`}>{nameOf(instrument)}</Link>],
    [words.when, spanText(span, instrument.zone, locale)],
    [
      common.zoneOf(instrument.zone),
      clocksDiffer(instrument.zone, here, span.start) && common.yourZone(here, spanText(span, here, locale)),
    ],
    [words.places, booking.places > 1 && booking.places],
    [words.who, [person.name, person.email, person.phone].filter(Boolean).join(' · ')],
    [words.bookedBy, booking.bookedById !== person.id && words.byAnother],
    [common.project, project === undefined ? booking.projectCode : `${project.name} (${project.code})`],
    [words.institution, nameOf(institution)],
    [words.alliance, alliance && nameOf(alliance)],
    [words.subject, booking.title],
    [words.customs, typeof notice === 'string' && notice],
    [words.quota, holding ?? kinds.quotas.none],
    [words.estimatedCost, estimatedCost === null ? words.free : money(estimatedCost)],
    [words.priceCategory, estimatedCost !== null && (kinds.categories[priceCategory] ?? priceCategory)],
    [words.overrideReason, booking.overrideReason],
    [words.decision, booking.decisionReason],
    [words.late, booking.cancelledLate && common.yes],
    [words.number, <code>{booking.id}</code>],
  ]
}

function useMoments(booking: Booking, zone: string): readonly FactPair[] {
  const words = useWords().booking
  const locale = useLocale()
  const at = (written: string | null) => written && momentText(instantOf(written), zone, locale)
  const hasTurnaround = booking.occupiedUntil !== booking.end && booking.endedAt === null
  return [
    [words.occupiedUntil, hasTurnaround ? at(booking.occupiedUntil) : null],
    [words.expiresAt, booking.state === 'requested' ? at(booking.expiresAt) : null],
    [words.checkedInAt, at(booking.checkedInAt)],
    [words.checkedOutAt, at(booking.checkedOutAt)],
    [words.endedAt, at(booking.endedAt)],
    [words.createdAt, at(booking.createdAt)],
  ]
}
