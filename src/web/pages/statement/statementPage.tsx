import { useState } from 'react'
import { useLive } from '../../api/live.ts'
import { Empty } from '../../kit/note.tsx'
import { Page, Section } from '../../kit/page.tsx'
import { Select } from '../../kit/select.tsx'
import { QuotaCard } from '../../quota/quotaCard.tsx'
import { type CurrentLot, useMyQuota } from '../../quota/useMyQuota.ts'
import { useWords } from '../../words/words.tsx'
import { Movements } from './movements.tsx'

const nothing: readonly string[] = []

/** What the reader's group and projects have, and how it came to be so. */
export function StatementPage() {
  const { statement, frame } = useWords()
  const { lots } = useMyQuota()
  useLive(nothing)
  return (
    <Page title={statement.title} detail={statement.detail}>
      {lots === undefined && <p role="status">{frame.loading}</p>}
      {lots?.length === 0 && (
        <Empty title={statement.none}>
          <p>{statement.noneHelp}</p>
        </Empty>
      )}
      {lots !== undefined && lots.length > 0 && <Lots lots={lots} />}
    </Page>
  )
}

function Lots({ lots }: { readonly lots: readonly CurrentLot[] }) {
  const { statement } = useWords()
  const [chosenId, setChosenId] = useState<string | null>(null)
  const chosen = lots.find(each => each.account.id === chosenId) ?? lots[0]
  const choices = [...new Map(lots.map(each => [each.account.id, each])).values()].map(
    ({ account, title }) => ({ id: account.id, name: `${title} · ${account.holderName ?? ''}` }),
  )
  return (
    <>
      <div className="grid-cards">
        {lots.map(({ account, lot, ledger, title }) => (
          <QuotaCard
            key={lot.id}
            account={account}
            lot={lot}
            title={title}
            zone={ledger.zone}
            headingLevel={2}
          />
        ))}
      </div>
      {chosen !== undefined && (
        <Section title={statement.rows}>
          {choices.length > 1 && (
            <Select
              label={statement.title}
              choices={choices}
              value={chosen.account.id}
              onChange={setChosenId}
            />
          )}
          <Movements account={chosen.account} zone={chosen.ledger.zone} />
        </Section>
      )}
    </>
  )
}
