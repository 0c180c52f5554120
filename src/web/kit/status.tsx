import type { ReactNode } from 'react'
import type { Booking } from '../api/queries/bookings.ts'
import { useWords } from '../words/words.tsx'

export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'accent'

/** A short word with a sign before it: a status is never told by colour alone. */
export const Chip = ({
  tone = 'plain',
  children,
}: {
  readonly tone?: Tone
  readonly children: ReactNode
}) => <span className={`chip ${tone}`}>{children}</span>

/** The sign and the tone of each state of a booking, the same on lists and on the timeline. */
const LOOKS: Readonly<Record<Booking['state'], readonly [sign: string, tone: Tone]>> = {
  requested: ['◔', 'warn'],
  confirmed: ['✓', 'accent'],
  in_use: ['▶', 'good'],
  completed: ['■', 'plain'],
  cancelled: ['✕', 'plain'],
  rejected: ['✕', 'bad'],
  expired: ['✕', 'plain'],
  no_show: ['!', 'bad'],
  displaced: ['⇄', 'warn'],
}

export function BookingStatus({ state }: { readonly state: Booking['state'] }) {
  const { common } = useWords()
  const [sign, tone] = LOOKS[state]
  return (
    <Chip tone={tone}>
      <span aria-hidden="true">{sign}</span>
      {common.bookingStates[state]}
    </Chip>
  )
}
