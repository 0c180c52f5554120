import { type ReactNode, useState } from 'react'
import type { RowSpan } from '../../timeline/model.ts'
import { BookingDialog } from './bookingDialog.tsx'
import type { Wish } from './bookingForm.ts'

interface BookingDialogUse {
  readonly onWish: (wish: Wish) => void
  /** What the open dialog is about, for the timeline to mark. */
  readonly selection: RowSpan | null
  readonly dialog: ReactNode
}

/** The booking dialog of a page, opened by a wish. */
export function useBookingDialog(): BookingDialogUse {
  const [wish, setWish] = useState<Wish | null>(null)
  const [selection, setSelection] = useState<RowSpan | null>(null)
  const close = () => {
    setWish(null)
    setSelection(null)
  }
  return {
    onWish: setWish,
    selection,
    dialog: wish !== null && <BookingDialog wish={wish} onClose={close} onSelection={setSelection} />,
  }
}
