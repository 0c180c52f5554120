import { useState } from 'react'
import { useLocation } from 'wouter'
import { usePeople } from '../../api/queries/people.ts'
import { Button, LinkButton } from '../../kit/button.tsx'
import { Checkbox, TextField } from '../../kit/field.tsx'
import { Empty, Waiting } from '../../kit/note.tsx'
import { Page } from '../../kit/page.tsx'
import { useSettled } from '../../kit/useSettled.ts'
import { useStaffWords } from '../../words/words.tsx'
import { AddPersonDialog } from './addPersonDialog.tsx'
import { PeopleTable } from './peopleTable.tsx'
import type { Realm } from './realm.ts'
import '../../styles/people.css'

/** Everybody of the site or of one institution, for those who run them. */
export function PeoplePage({ base, institution }: Realm) {
  const { common, people } = useStaffWords()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  const [isRetired, setRetired] = useState(false)
  const [isAdding, setAdding] = useState(false)
  const words = useSettled(typed.trim())
  const asked = usePeople({ words, institutionId: institution?.id, isRetired })
  const found = asked.data?.pages.flatMap(page => page.items)
  return (
    <Page
      title={people.title}
      detail={institution?.name ?? people.detail}
      actions={
        <>
          {institution !== undefined && <LinkButton href={base}>{people.groups}</LinkButton>}
          <Button look="main" onPress={() => setAdding(true)}>
            {people.add}
          </Button>
        </>
      }
    >
      <div className="people-bar">
        <TextField label={people.find} type="search" value={typed} onChange={setTyped} autoComplete="off" />
        <Checkbox isSelected={isRetired} onChange={setRetired}>
          {people.showRetired}
        </Checkbox>
      </div>
      {found === undefined ? (
        <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
      ) : (
        <>
          {found.length === 0 && (
            <Empty title={people.none}>{words === '' && !isRetired && <p>{people.noneHelp}</p>}</Empty>
          )}
          {found.length > 0 && (
            <PeopleTable base={base} {...(institution && { institution })} people={found} />
          )}
          {asked.hasNextPage && (
            <div>
              <Button isPending={asked.isFetchingNextPage} onPress={() => void asked.fetchNextPage()}>
                {common.more}
              </Button>
            </div>
          )}
        </>
      )}
      {isAdding && (
        <AddPersonDialog
          institution={institution ?? null}
          onAdded={id => navigate(`${base}/people/${id}?new`)}
          onClose={() => setAdding(false)}
        />
      )}
    </Page>
  )
}
