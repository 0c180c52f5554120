import { useState } from 'react'
import type { Booking } from '../../api/queries/bookings.ts'
import type { Instrument } from '../../api/queries/instruments.ts'
import type { Schema } from '../../api/schemas.ts'
import { Button } from '../../kit/button.tsx'
import { useNow } from '../../kit/useNow.ts'
import { instantOf, spanOf } from '../../time.ts'
import { useWords } from '../../words/words.tsx'
import { CancelDialog } from './cancelDialog.tsx'
import { ExtendDialog } from './extendDialog.tsx'
import { MoveDialog } from './moveDialog.tsx'
import { RepeatDialog } from './repeatDialog.tsx'

interface BookingDeedsProps {
  readonly booking: Booking
  readonly instrument: Instrument
  readonly rules: Schema<'PolicyRules'>
}

type Deed = 'move' | 'extend' | 'cancel' | 'repeat'

/** What can be done about a booking in its state. */
export function BookingDeeds({ booking, instrument, rules }: BookingDeedsProps) {
  const words = useWords().booking
  const [deed, setDeed] = useState<Deed | null>(null)
  const now = useNow()
  const close = () => setDeed(null)
  const isAhead = ['requested', 'confirmed'].includes(booking.state) && instantOf(booking.end) > now
  const names = { move: words.move, extend: words.extend, cancel: words.cancel, repeat: words.again }
  const deeds: readonly (readonly [Deed, boolean])[] = [
    ['move', isAhead],
    ['extend', isAhead || booking.state === 'in_use'],
    ['cancel', isAhead],
    ['repeat', booking.kind === 'use'],
  ]
  return (
    <>
      {deeds
        .filter(([, isOffered]) => isOffered)
        .map(([id]) => (
          <Button key={id} look={id === 'cancel' ? 'danger' : 'usual'} onPress={() => setDeed(id)}>
            {names[id]}
          </Button>
        ))}
      {deed === 'move' && (
        <MoveDialog booking={booking} instrumentId={instrument.id} span={spanOf(booking)} onClose={close} />
      )}
      {deed === 'extend' && (
        <ExtendDialog booking={booking} zone={instrument.zone} rules={rules} onClose={close} />
      )}
      {deed === 'cancel' && (
        <CancelDialog booking={booking} instrument={instrument} rules={rules} onClose={close} />
      )}
      {deed === 'repeat' && <RepeatDialog booking={booking} onClose={close} />}
    </>
  )
}
