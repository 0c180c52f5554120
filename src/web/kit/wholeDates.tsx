import type { ReactNode } from 'react'

const dates = /(\d{4}-\d\d(?:-\d\d)?)/u

/** A text in which no line ends within a date, as browsers would have it after each hyphen. */
export const wholeDates = (text: string): ReactNode =>
  text.split(dates).map((piece, index) =>
    index % 2 === 0 ? (
      piece
    ) : (
      // Pieces of one text never change their places.
      <span key={index} className="unbroken">
        {piece}
      </span>
    ),
  )
