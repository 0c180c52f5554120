import { lazy, Suspense } from 'react'
import { useBookings } from '../../api/queries/bookings.ts'
import { useLive } from '../../api/live.ts'
import { useMe } from '../../api/queries/me.ts'
import { useMyDuties } from '../../frame/duties.ts'
import { LinkButton } from '../../kit/button.tsx'
import { Empty, Note, Waiting } from '../../kit/note.tsx'
import { Page, Section } from '../../kit/page.tsx'
import { QuotaCard } from '../../quota/quotaCard.tsx'
import { useMyQuota } from '../../quota/useMyQuota.ts'
import { addDays, dayOf, instantOf, now, startOfDay, viewerZone, writeInstant } from '../../time.ts'
import { StaffWordsProvider, useWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'
import { BookingCards } from './bookingCards.tsx'
import { RepeatCards } from './repeatCards.tsx'

const daysBack = 60
const daysAhead = 60
const nothing: readonly string[] = []

const FirstSteps = lazy(async () => ({
  default: (await import('../site/firstSteps.tsx')).FirstSteps,
}))

/** The reader's day: what is on, what waits, what is left, and what they may want again. */
export function HomePage() {
  const { home, frame } = useWords()
  const me = useMe()
  const nameOf = useNameOf()
  useLive(nothing)
  const name = nameOf(me.data?.person)
  if (me.data === undefined) return <Waiting error={me.error} onRetry={() => void me.refetch()} />
  return (
    <Page
      title={home.hello(name)}
      actions={
        <LinkButton href="/find" look="main">
          {frame.find}
        </LinkButton>
      }
    >
      <WhatComesNext />
      <ApprovalsNote />
      <MyBookings />
      <MyQuota />
    </Page>
  )
}

/** For the admin of a new site, who alone fetches it. */
function WhatComesNext() {
  const { isSiteAdmin } = useMyDuties()
  if (!isSiteAdmin) return null
  return (
    <Suspense fallback={null}>
      <StaffWordsProvider>
        <FirstSteps whenDone="gone" />
      </StaffWordsProvider>
    </Suspense>
  )
}

function MyBookings() {
  const { home, frame } = useWords()
  const zone = viewerZone()
  const today = dayOf(now(), zone)
  const from = writeInstant(startOfDay(addDays(today, -daysBack), zone), zone)
  const to = writeInstant(startOfDay(addDays(today, daysAhead), zone), zone)
  const asked = useBookings({ mine: true, from, to })
  if (asked.data === undefined) return <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
  const bookings = asked.data.toSorted((a, b) => instantOf(a.start) - instantOf(b.start))
  const tomorrow = startOfDay(addDays(today, 1), zone)
  const ahead = bookings.filter(
    each => ['requested', 'confirmed', 'in_use'].includes(each.state) && instantOf(each.end) > now(),
  )
  const onToday = ahead.filter(each => each.state !== 'requested' && instantOf(each.start) < tomorrow)
  const waiting = ahead.filter(each => each.state === 'requested')
  const later = ahead.filter(each => each.state !== 'requested' && instantOf(each.start) >= tomorrow)
  return (
    <>
      <Section title={home.today}>
        {onToday.length > 0 ? (
          <BookingCards bookings={onToday} />
        ) : (
          <Empty title={home.nothingToday}>
            <p>{home.nothingTodayHelp}</p>
            <LinkButton href="/find">{frame.find}</LinkButton>
          </Empty>
        )}
      </Section>
      {waiting.length > 0 && (
        <Section title={home.waiting}>
          <BookingCards bookings={waiting} />
        </Section>
      )}
      {later.length > 0 && (
        <Section title={home.next} actions={<LinkButton href="/bookings">{frame.bookings}</LinkButton>}>
          <BookingCards bookings={later.slice(0, 6)} />
        </Section>
      )}
      <RepeatCards bookings={bookings} />
    </>
  )
}

/** For staff: requests that wait for them. */
function ApprovalsNote() {
  const { home } = useWords()
  const { isStaff } = useMyDuties()
  const requested = useBookings({ state: 'requested' }, { enabled: isStaff }).data ?? []
  if (!isStaff || requested.length === 0) return null
  return (
    <Note tone="warn" title={home.toApprove(requested.length)}>
      <div>
        <LinkButton href="/manage/approvals">{home.openInbox}</LinkButton>
      </div>
    </Note>
  )
}

function MyQuota() {
  const { home, frame } = useWords()
  const { lots } = useMyQuota()
  if (lots === undefined) return null
  return (
    <Section title={home.quotaLeft} actions={<LinkButton href="/statement">{frame.statement}</LinkButton>}>
      {lots.length === 0 ? (
        <p className="quiet">{home.noQuota}</p>
      ) : (
        <div className="grid-cards">
          {lots.slice(0, 6).map(({ account, lot, ledger, title }) => (
            <QuotaCard
              key={lot.id}
              account={account}
              lot={lot}
              title={title}
              zone={ledger.zone}
              headingLevel={3}
            />
          ))}
        </div>
      )}
    </Section>
  )
}
