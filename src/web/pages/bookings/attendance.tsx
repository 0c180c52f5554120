import { useState } from 'react'
import { type Booking, useCheckIn, useCheckOut } from '../../api/queries/bookings.ts'
import type { Schema } from '../../api/schemas.ts'
import { Button } from '../../kit/button.tsx'
import { NumberField } from '../../kit/field.tsx'
import { Note } from '../../kit/note.tsx'
import { useNow } from '../../kit/useNow.ts'
import { instantOf, momentText } from '../../time.ts'
import { useWords } from '../../words/words.tsx'
import { useLocale } from '../../words/writing.ts'
import { BookingProblem } from './bookingProblem.tsx'

interface AttendanceProps {
  readonly booking: Booking
  readonly zone: string
  readonly rules: Schema<'PolicyRules'>
}

/** Checking in and out, where the rules ask for it. */
export function Attendance({ booking, zone, rules }: AttendanceProps) {
  if (rules.attendance === 'as-booked') return null
  if (booking.state === 'confirmed') return <CheckIn booking={booking} zone={zone} rules={rules} />
  return booking.state === 'in_use' ? <CheckOut booking={booking} /> : null
}

function CheckIn({ booking, zone, rules }: AttendanceProps) {
  const words = useWords().booking
  const locale = useLocale()
  const now = useNow()
  const checkIn = useCheckIn()
  const start = instantOf(booking.start)
  const opensAt = start - rules.checkInEarlySeconds * 1000
  const missedAt = start + rules.noShowAfterSeconds * 1000
  if (now < opensAt) return <Note>{words.checkInFrom(momentText(opensAt, zone, locale))}</Note>
  return (
    <Note tone="warn" title={words.checkInBy(momentText(missedAt, zone, locale))}>
      <div>
        <Button look="main" onPress={() => checkIn.mutate(booking)} isPending={checkIn.isPending}>
          {words.checkIn}
        </Button>
      </div>
      <BookingProblem error={checkIn.error} />
    </Note>
  )
}

function CheckOut({ booking }: { readonly booking: Booking }) {
  const words = useWords().booking
  const [samples, setSamples] = useState(Number.NaN)
  const checkOut = useCheckOut()
  const { id, version } = booking
  const send = () => checkOut.mutate({ id, version, ...(!Number.isNaN(samples) && { samples }) })
  return (
    <Note tone="good" title={words.checkedIn}>
      <div className="row-end">
        <NumberField
          label={words.samples}
          isRequired={false}
          value={samples}
          minValue={0}
          onChange={setSamples}
        />
        <Button look="main" onPress={send} isPending={checkOut.isPending}>
          {words.checkOut}
        </Button>
      </div>
      <BookingProblem error={checkOut.error} />
    </Note>
  )
}
