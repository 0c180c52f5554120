import { Link } from 'wouter'
import type { Availability, Instrument } from '../../api/queries/instruments.ts'
import { useInstitutions } from '../../api/queries/institutions.ts'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/status.tsx'
import { wholeDates } from '../../kit/wholeDates.tsx'
import { hoursText, type Span, spanOf, spanText } from '../../time.ts'
import { useWords } from '../../words/words.tsx'
import { useLocale, useNameOf, useTechniqueName } from '../../words/writing.ts'
import type { Wish } from '../bookings/bookingForm.ts'

const quarterSeconds = 900
const quarterMilliseconds = quarterSeconds * 1000

interface InstrumentCardsProps {
  readonly instruments: readonly Instrument[]
  readonly time: readonly Availability[]
  readonly now: number
  readonly onWish: (wish: Wish) => void
}

/** What each instrument is, how much of it is free, and its next free time. */
export function InstrumentCards({ instruments, time, now, onWish }: InstrumentCardsProps) {
  const times = new Map(time.map(each => [each.instrumentId, each]))
  return (
    <div className="grid-cards">
      {instruments.map(instrument => (
        <InstrumentCard
          key={instrument.id}
          instrument={instrument}
          free={freeFrom(now, times.get(instrument.id))}
          onWish={onWish}
        />
      ))}
    </div>
  )
}

interface InstrumentCardProps {
  readonly instrument: Instrument
  /** Null where the calendar is not open to the reader. */
  readonly free: readonly Span[] | null
  readonly onWish: (wish: Wish) => void
}

function InstrumentCard({ instrument, free, onWish }: InstrumentCardProps) {
  const words = useWords().find
  const locale = useLocale()
  const nameOf = useNameOf()
  const techniqueName = useTechniqueName()
  const host = useInstitutions().data?.find(each => each.id === instrument.institutionId)
  const { id, resourceClass, technique, zone } = instrument
  const facts = [nameOf(host), instrument.location, instrument.maker, instrument.model].filter(Boolean)
  const first = free?.[0]
  const length = (free ?? []).reduce((sum, { start, end }) => sum + (end - start), 0)
  const quarters = Math.floor(length / quarterMilliseconds)
  return (
    <article className="card stack-tight">
      <h2 className="card-title">
        <Link href={`/instruments/${id}`}>{nameOf(instrument)}</Link>
      </h2>
      <div className="row">
        <Chip>{words.classes[resourceClass] ?? resourceClass}</Chip>
        {technique !== null && <Chip>{techniqueName(technique)}</Chip>}
      </div>
      <p className="quiet">{facts.join(' · ')}</p>
      {free === null && <p>{words.calendarClosed}</p>}
      {free !== null && first === undefined && <p>{words.full}</p>}
      {first !== undefined && (
        <>
          <p>
            {words.freeHours(hoursText(quarters * quarterSeconds, locale))}
            <br />
            <span className="quiet">{wholeDates(spanText(first, zone, locale))}</span>
          </p>
          <div>
            <Button
              onPress={() => onWish({ instrumentId: id, span: first, kind: 'free' })}
              aria-label={`${words.book} ${nameOf(instrument)}`}
            >
              {words.book}
            </Button>
          </div>
        </>
      )}
    </article>
  )
}

function freeFrom(now: number, time: Availability | undefined): readonly Span[] | null {
  if (time === undefined) return null
  const nextQuarter = Math.ceil(now / quarterMilliseconds) * quarterMilliseconds
  return time.free
    .map(spanOf)
    .map(({ start, end }) => ({ start: Math.max(start, nextQuarter), end }))
    .filter(({ start, end }) => start < end)
}
