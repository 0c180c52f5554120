import { useState } from 'react'
import { type Booking, useCheckIn } from '../../../api/queries/bookings.ts'
import { usePolicy } from '../../../api/queries/instruments.ts'
import { Button } from '../../../kit/button.tsx'
import { Note } from '../../../kit/note.tsx'
import { ProblemNote } from '../../../kit/problemNote.tsx'
import { useNow } from '../../../kit/useNow.ts'
import { instantOf } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { CancelForm, CheckOutForm, DecideForm, NoShowForm } from './deedForms.tsx'
import { MoveForm } from './moveForm.tsx'

interface BookingDeedsProps {
  readonly booking: Booking
  readonly zone: string
  readonly onClose: () => void
}

type Deed = 'approve' | 'reject' | 'checkOut' | 'noShow' | 'cancel' | 'move'

/** What staff can do with a booking as it stands; what takes something away asks once more. */
export function BookingDeeds({ booking, zone, onClose }: BookingDeedsProps) {
  const { board } = useStaffWords()
  const [deed, setDeed] = useState<Deed | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const finish = (what: Deed) => () => {
    setDeed(null)
    setDone(board[what])
  }
  const form = { booking, onBack: () => setDeed(null) }
  switch (deed) {
    case 'approve':
    case 'reject':
      return (
        <DecideForm {...form} verdict={deed === 'approve' ? 'approval' : 'rejection'} onDone={finish(deed)} />
      )
    case 'checkOut':
      return <CheckOutForm {...form} onDone={finish('checkOut')} />
    case 'noShow':
      return <NoShowForm {...form} onDone={finish('noShow')} />
    case 'cancel':
      return <CancelForm {...form} onDone={finish('cancel')} />
    case 'move':
      return <MoveForm {...form} zone={zone} onDone={finish('move')} />
    default:
      return (
        <>
          <div role="status">{done !== null && <Note tone="good" title={board.done(done)} />}</div>
          <Choices booking={booking} onChoose={setDeed} onClose={onClose} />
        </>
      )
  }
}

interface ChoicesProps {
  readonly booking: Booking
  readonly onChoose: (deed: Deed) => void
  readonly onClose: () => void
}

function Choices({ booking, onChoose, onClose }: ChoicesProps) {
  const { board, common } = useStaffWords()
  const now = useNow()
  const checkIn = useCheckIn()
  const attendance = usePolicy(booking.instrumentId, booking.start).data?.rules.attendance ?? 'as-booked'
  const isAttended = attendance !== 'as-booked'
  const { state } = booking
  const hasBegun = instantOf(booking.start) <= now
  const isWaiting = state === 'requested'
  const isToCome = isWaiting || state === 'confirmed'
  const mayCheckIn = state === 'confirmed' && isAttended && instantOf(booking.end) > now
  const seldom: readonly Deed[] = [
    ...(state === 'confirmed' && isAttended && hasBegun ? (['noShow'] as const) : []),
    ...(isToCome ? (['move', 'cancel'] as const) : []),
  ]
  return (
    <>
      <ProblemNote error={checkIn.error} />
      <div className="row" role="group" aria-label={board.deeds}>
        {isWaiting && (
          <>
            <Button look="main" onPress={() => onChoose('approve')}>
              {board.approve}
            </Button>
            <Button look="danger" onPress={() => onChoose('reject')}>
              {board.reject}
            </Button>
          </>
        )}
        {mayCheckIn && (
          <Button look="main" isPending={checkIn.isPending} onPress={() => checkIn.mutate(booking)}>
            {board.checkIn}
          </Button>
        )}
        {state === 'in_use' && (
          <Button look="main" onPress={() => onChoose('checkOut')}>
            {board.checkOut}
          </Button>
        )}
        {seldom.map(deed => (
          <Button key={deed} look={deed === 'move' ? 'usual' : 'danger'} onPress={() => onChoose(deed)}>
            {board[deed]}
          </Button>
        ))}
        <Button look="plain" onPress={onClose}>
          {common.close}
        </Button>
      </div>
    </>
  )
}
