import { type ReactNode, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import type { Deed } from '../../kit/dialogEnd.tsx'
import { useSiteZone } from '../../api/queries/site.ts'
import { dayOf, now } from '../../time.ts'
import { useStaffWords } from '../../words/words.tsx'
import { datesText, isOver } from '../alliance/dates.ts'
import { EndDialog } from '../alliance/members/endDialog.tsx'

interface Dated {
  readonly id: string
  readonly startsOn: string
  readonly endsOn: string | null
}

/** How rows of a list are brought to their end. */
export interface Ending {
  readonly title: string
  readonly help: string
  readonly deed: Deed
  readonly end: (id: string, lastDay: string, onDone: () => void) => void
}

interface DatedListProps<Row extends Dated> {
  readonly rows: readonly Row[]
  readonly name: (row: Row) => ReactNode
  /** Absent where nothing may be ended. */
  readonly ending: Ending | undefined
}

/** Things that hold from a day to a day; those that are over are left out. */
export function DatedList<Row extends Dated>({ rows, name, ending }: DatedListProps<Row>) {
  const { people } = useStaffWords()
  const [endingId, setEndingId] = useState<string | null>(null)
  const zone = useSiteZone()
  const today = dayOf(now(), zone)
  const close = () => setEndingId(null)
  return (
    <>
      <ul className="plain-list people-list">
        {rows
          .filter(row => !isOver(row, today))
          .map(row => (
            <li key={row.id} className="row-apart">
              <div>
                {name(row)} <span className="quiet figures">{datesText(row, people.openEnd)}</span>
              </div>
              {ending !== undefined && (
                <Button look="plain" onPress={() => setEndingId(row.id)}>
                  {ending.title}
                </Button>
              )}
            </li>
          ))}
      </ul>
      {ending !== undefined && endingId !== null && (
        <EndDialog
          title={ending.title}
          help={ending.help}
          zone={zone}
          deed={ending.deed}
          onEnd={lastDay => ending.end(endingId, lastDay, close)}
          onClose={close}
        />
      )}
    </>
  )
}
