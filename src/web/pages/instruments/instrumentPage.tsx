import { useMemo } from 'react'
import { useParams } from 'wouter'
import { useLive } from '../../api/live.ts'
import { ApiProblem } from '../../api/problem.ts'
import { type Instrument, useAvailability, useInstrument, usePolicy } from '../../api/queries/instruments.ts'
import { Button, LinkButton } from '../../kit/button.tsx'
import { Empty, Waiting } from '../../kit/note.tsx'
import { Page } from '../../kit/page.tsx'
import { useNow } from '../../kit/useNow.ts'
import { addDays, dayOf, hourMilliseconds, type Span, spanOf, startOfDay, writeInstant } from '../../time.ts'
import { useWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'
import { firstFitting } from '../bookings/fitting.ts'
import { useBookingDialog } from '../bookings/useBookingDialog.tsx'
import { Calendar } from './calendar.tsx'
import { InstrumentFacts } from './instrumentFacts.tsx'
import { Outages } from './outages.tsx'
import { Prices } from './prices.tsx'
import { RuleFacts } from './ruleFacts.tsx'

const daysAhead = 14
const dayMilliseconds = 24 * hourMilliseconds

/** Everything about one instrument, and its time. */
export function InstrumentPage() {
  const { id } = useParams<{ id: string }>()
  const words = useWords().instrument
  const asked = useInstrument(id)
  useLive(useMemo(() => [id], [id]))
  if (asked.error instanceof ApiProblem && asked.error.body.status === 404) {
    return (
      <Page title={words.missing}>
        <Empty title={words.missing}>
          <LinkButton href="/find">{words.toFind}</LinkButton>
        </Empty>
      </Page>
    )
  }
  if (asked.data === undefined) return <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
  return <OneInstrument instrument={asked.data} />
}

function OneInstrument({ instrument }: { readonly instrument: Instrument }) {
  const words = useWords().instrument
  const nameOf = useNameOf()
  const { dialog, ...booking } = useBookingDialog()
  const { id, maker, model, location } = instrument
  const soon = useSoon(instrument)
  return (
    <Page
      title={nameOf(instrument)}
      detail={[maker, model, location].filter(Boolean).join(' · ')}
      actions={
        <Button look="main" onPress={() => booking.onWish({ instrumentId: id, span: soon, kind: 'free' })}>
          {words.book}
        </Button>
      }
    >
      <Calendar instrument={instrument} {...booking} />
      <div className="columns">
        <InstrumentFacts instrument={instrument} />
        <div className="stack">
          <RuleFacts instrumentId={id} turnaroundSeconds={instrument.turnaroundSeconds} />
          <Prices instrument={instrument} />
          <Outages instrument={instrument} />
        </div>
      </div>
      {dialog}
    </Page>
  )
}

/** The next free time that may be booked; asked for in vain, the answer names others. */
function useSoon({ id, zone }: Instrument): Span {
  const hour = Math.floor(useNow() / hourMilliseconds) * hourMilliseconds
  const until = startOfDay(addDays(dayOf(hour, zone), daysAhead), zone)
  const asked = { from: writeInstant(hour, 'UTC'), to: writeInstant(until, 'UTC') }
  const free = useAvailability({ instrumentIds: [id], ...asked }).data?.[0]?.free ?? []
  const rules = usePolicy(id).data?.rules
  const tomorrow = { start: hour, end: hour + dayMilliseconds }
  if (rules === undefined) return tomorrow
  return firstFitting(free.map(spanOf), rules, { zone, now: hour }) ?? tomorrow
}
