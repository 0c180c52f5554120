import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { type Grant, useGrant, useGrantTrial } from '../../../api/queries/grants.ts'
import { useInstitutions } from '../../../api/queries/institutions.ts'
import { type LedgerWithPeriods, type Period, useAllianceLedgers } from '../../../api/queries/ledgers.ts'
import { Button, LinkButton } from '../../../kit/button.tsx'
import { Empty, Note, Waiting } from '../../../kit/note.tsx'
import { Section } from '../../../kit/page.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'
import { AlliancePage } from '../alliancePage.tsx'
import { chosenOf, LedgerChoice } from './ledgerChoice.tsx'
import { emptyInputs, type Inputs, sharesOf } from './inputs.ts'
import { MethodFields } from './methodFields.tsx'
import { emptyPaper, PaperFields, paperOf } from './paperFields.tsx'
import { TrialTable } from './trialTable.tsx'
import { useFacts } from './useFacts.ts'
import { useGranted } from './useGranted.ts'
import { useTrial } from './useTrial.ts'

/** Grants to many members at once, under one document number: all of it or nothing. */
export function BulkPage({ allianceId }: { readonly allianceId: string }) {
  const { quota } = useStaffWords()
  const asked = useAllianceLedgers(allianceId)
  const [params] = useSearchParams()
  return (
    <AlliancePage
      allianceId={allianceId}
      part="quota"
      title={quota.bulk}
      actions={
        <LinkButton href={`/alliance/${allianceId}/quota?${params.toString()}`}>{quota.title}</LinkButton>
      }
    >
      {() => {
        if (asked.data === undefined)
          return <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
        const { ledger, period } = chosenOf(asked.data, params)
        if (ledger === undefined) return <Empty title={quota.noLedger} />
        return (
          <>
            <LedgerChoice ledgers={asked.data} />
            {period === undefined ? (
              <Empty title={quota.noPeriod} />
            ) : (
              <BulkForm
                // Units differ from ledger to ledger: what was typed for one is not meant for another.
                key={ledger.id}
                allianceId={allianceId}
                ledger={ledger}
                period={period}
              />
            )}
          </>
        )
      }}
    </AlliancePage>
  )
}

interface BulkFormProps {
  readonly allianceId: string
  readonly ledger: LedgerWithPeriods
  readonly period: Period
}

function BulkForm({ allianceId, ledger, period }: BulkFormProps) {
  const { quota } = useStaffWords()
  const nameOf = useNameOf()
  const members = useInstitutions({ allianceId }).data
  const [inputs, setInputs] = useState(emptyInputs)
  const [paper, setPaper] = useState(emptyPaper)
  const [done, setDone] = useState<Grant | null>(null)
  const change = (next: Inputs) => {
    setInputs(next)
    setDone(null)
  }
  const grantedTo = useGranted(ledger, period)
  const facts = useFacts({ ledger, period, members: members ?? [] })
  const { shares } = sharesOf(inputs, facts)
  const lines = shares.map(({ institutionId, amount }) => ({
    name: nameOf(members?.find(({ id }) => id === institutionId)),
    granted: grantedTo(institutionId),
    line: {
      from: { kind: 'reserve' as const, id: allianceId },
      to: { kind: 'institution' as const, id: institutionId },
      amount,
    },
  }))
  const draft =
    lines.length === 0
      ? null
      : { ledgerId: ledger.id, periodId: period.id, ...paperOf(paper), lines: lines.map(each => each.line) }
  const trial = useTrial({ draft, trial: useGrantTrial(), real: useGrant() })
  if (members === undefined) return <Waiting error={null} onRetry={() => undefined} />
  return (
    <>
      <Section title={quota.who}>
        <MethodFields inputs={inputs} onChange={change} facts={facts} />
        <PaperFields value={paper} onChange={setPaper} />
      </Section>
      <Section title={quota.trialTitle}>
        {done !== null && !trial.wasTried && (
          <Note tone="good" title={quota.done(String(done.lines.length))} role="status" />
        )}
        {lines.length === 0 ? (
          <p className="quiet">{quota.nothingToGrant}</p>
        ) : (
          <TrialTable trial={trial} lines={lines} unit={ledger.unit} />
        )}
        <div className="row">
          <Button onPress={trial.attempt} isDisabled={draft === null} isPending={trial.isPending}>
            {quota.try}
          </Button>
          <Button
            look="main"
            isDisabled={trial.outcome === undefined}
            isPending={trial.isPending}
            onPress={() => trial.confirm(setDone)}
          >
            {quota.confirmAll(String(lines.length))}
          </Button>
        </div>
      </Section>
    </>
  )
}
