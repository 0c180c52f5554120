import { Link } from 'wouter'
import type { Booking } from '../../../api/queries/bookings.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useWaiting } from '../useWaiting.ts'

interface CountersProps {
  /** Of the day that is shown. */
  readonly bookings: readonly Booking[]
  readonly outageCount: number
}

/** What needs a look, in four numbers. */
export function Counters({ bookings, outageCount }: CountersProps) {
  const { board } = useStaffWords()
  const waiting = useWaiting().waiting?.length ?? 0
  const counts = [
    { name: board.counts.waiting, count: waiting, href: '/manage/approvals' },
    { name: board.counts.inUse, count: bookings.filter(each => each.state === 'in_use').length },
    { name: board.counts.today, count: bookings.filter(each => each.kind === 'use').length },
    { name: board.counts.outages, count: outageCount, href: '/manage/outages' },
  ]
  return (
    <dl className="counters">
      {counts.map(({ name, count, href }) => (
        <div key={name} className="card">
          <dt className="quiet">{name}</dt>
          <dd>{href === undefined ? count : <Link href={href}>{count}</Link>}</dd>
        </div>
      ))}
    </dl>
  )
}
