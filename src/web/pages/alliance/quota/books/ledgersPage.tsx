import { useState } from 'react'
import { Link } from 'wouter'
import {
  type Ledger,
  type LedgerWithPeriods,
  type Period,
  useAllianceLedgers,
} from '../../../../api/queries/ledgers.ts'
import { Button, LinkButton } from '../../../../kit/button.tsx'
import { Note, Waiting } from '../../../../kit/note.tsx'
import { Section } from '../../../../kit/page.tsx'
import { type RecordColumn, RecordTable } from '../../../../kit/recordTable.tsx'
import { Chip } from '../../../../kit/status.tsx'
import { dayOf, instantOf, now } from '../../../../time.ts'
import { useStaffWords } from '../../../../words/words.tsx'
import { AlliancePage, useMayRun } from '../../alliancePage.tsx'
import { periodAt } from '../holdings.ts'
import { useLedgerName } from '../ledgerChoice.tsx'
import { FirstSteps } from './firstSteps.tsx'
import { LedgerDialog } from './ledgerDialog.tsx'
import { PeriodDialog } from './periodDialog.tsx'
import { ShortenDialog } from './shortenDialog.tsx'

/** The books of an alliance and their periods, and the ways to open more. */
export function LedgersPage({ allianceId }: { readonly allianceId: string }) {
  const { books, quota } = useStaffWords()
  const mayRun = useMayRun(allianceId)
  const asked = useAllianceLedgers(allianceId)
  const ledgerName = useLedgerName()
  const [isOpening, setOpening] = useState(false)
  const [done, setDone] = useState<string | null>(null)
  const opened = (ledger: Ledger) => {
    setOpening(false)
    setDone(books.ledgerOpened(ledgerName(ledger)))
  }
  return (
    <AlliancePage
      allianceId={allianceId}
      part="quota"
      title={books.title}
      detail={books.help}
      actions={
        <>
          <LinkButton href={`/alliance/${allianceId}/quota`}>{quota.title}</LinkButton>
          {mayRun && (
            <Button look="main" onPress={() => setOpening(true)}>
              {books.openLedger}
            </Button>
          )}
        </>
      }
    >
      {() =>
        asked.data === undefined ? (
          <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
        ) : (
          <>
            {done !== null && <Note tone="good" title={done} role="status" />}
            {asked.data.length === 0 && <FirstSteps done={[]} />}
            {asked.data.map(ledger => (
              <LedgerSection key={ledger.id} ledger={ledger} onDone={setDone} />
            ))}
            {isOpening && (
              <LedgerDialog
                allianceId={allianceId}
                ledgers={asked.data}
                onOpened={opened}
                onClose={() => setOpening(false)}
              />
            )}
          </>
        )
      }
    </AlliancePage>
  )
}

interface LedgerSectionProps {
  readonly ledger: LedgerWithPeriods
  readonly onDone: (what: string) => void
}

function LedgerSection({ ledger, onDone }: LedgerSectionProps) {
  const { books } = useStaffWords()
  const mayRun = useMayRun(ledger.allianceId)
  const name = useLedgerName()(ledger)
  const [isAdding, setAdding] = useState(false)
  const [shortened, setShortened] = useState<Period | null>(null)
  return (
    <Section
      title={name}
      actions={
        mayRun && (
          <Button aria-label={books.addPeriodTo(name)} onPress={() => setAdding(true)}>
            {books.addPeriod}
          </Button>
        )
      }
    >
      <p className="quiet">{ledger.pooled ? `${books.pooled} · ${books.pooledHelp}` : books.notPooled}</p>
      {ledger.periods.length === 0 ? (
        <p>{books.noPeriods}</p>
      ) : (
        <div className="narrow">
          <PeriodsTable ledger={ledger} name={name} {...(mayRun && { onShorten: setShortened })} />
        </div>
      )}
      {isAdding && (
        <PeriodDialog
          ledger={ledger}
          name={name}
          onOpened={period => {
            setAdding(false)
            onDone(books.periodAdded(`${name} · ${period}`))
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {shortened !== null && (
        <ShortenDialog
          ledger={ledger}
          period={shortened}
          onShortened={lastDay => {
            setShortened(null)
            onDone(books.shortened(`${name} · ${shortened.name}`, lastDay))
          }}
          onClose={() => setShortened(null)}
        />
      )}
    </Section>
  )
}

interface PeriodsTableProps {
  readonly ledger: LedgerWithPeriods
  readonly name: string
  /** Left out for who may not. */
  readonly onShorten?: (period: Period) => void
}

function PeriodsTable({ ledger, name, onShorten }: PeriodsTableProps) {
  const { books, quota, common } = useStaffWords()
  const current = periodAt(ledger, now())
  const columns: readonly RecordColumn<Period>[] = [
    {
      name: books.periodName,
      look: 'head',
      cell: period => (
        <>
          <Link href={deskOf(ledger, period)}>{period.name}</Link>{' '}
          {period === current && <Chip tone="accent">{books.current}</Chip>}
        </>
      ),
    },
    { name: books.firstDay, look: 'whole', cell: ({ start }) => dayOf(instantOf(start), ledger.zone) },
    { name: books.lastDay, look: 'whole', cell: ({ end }) => dayOf(instantOf(end) - 1, ledger.zone) },
    {
      name: books.state,
      cell: ({ state }) => (
        <Chip tone={state === 'open' ? 'good' : 'plain'}>{books.states[state] ?? state}</Chip>
      ),
    },
  ]
  const actions: RecordColumn<Period> = {
    name: common.actions,
    look: 'actions',
    cell: period =>
      period.state === 'open' &&
      dayOf(now(), ledger.zone) < dayOf(instantOf(period.end) - 1, ledger.zone) && (
        <Button look="plain" aria-label={books.shortenOf(period.name)} onPress={() => onShorten?.(period)}>
          {books.shorten}
        </Button>
      ),
  }
  const label = `${name} · ${quota.period}`
  return (
    <RecordTable
      label={label}
      columns={onShorten === undefined ? columns : [...columns, actions]}
      rows={ledger.periods}
      idOf={period => period.id}
    />
  )
}

const deskOf = ({ allianceId, id }: Ledger, period: Period) =>
  `/alliance/${allianceId}/quota?ledger=${id}&period=${period.id}`
