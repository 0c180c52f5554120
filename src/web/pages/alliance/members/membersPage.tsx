import { useState } from 'react'
import type { Alliance } from '../../../api/queries/alliances.ts'
import { useInstitutions } from '../../../api/queries/institutions.ts'
import { type Membership, useMemberships } from '../../../api/queries/memberships.ts'
import { Button } from '../../../kit/button.tsx'
import { Checkbox } from '../../../kit/field.tsx'
import { Empty, Waiting } from '../../../kit/note.tsx'
import { ScrollBox } from '../../../kit/page.tsx'
import { dayOf, now } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'
import { AlliancePage, useMayRun } from '../alliancePage.tsx'
import { holdsOn, isOver } from '../dates.ts'
import { AddMemberDialog } from './memberDialogs.tsx'
import { MemberRow } from './memberRow.tsx'

/** Who is in the alliance, since when, and as what. */
export function MembersPage({ allianceId }: { readonly allianceId: string }) {
  const { alliance: words } = useStaffWords()
  const mayRun = useMayRun(allianceId)
  const [isAdding, setAdding] = useState(false)
  return (
    <AlliancePage
      allianceId={allianceId}
      part="members"
      actions={
        mayRun && (
          <Button look="main" onPress={() => setAdding(true)}>
            {words.addMember}
          </Button>
        )
      }
    >
      {alliance => <Members alliance={alliance} isAdding={isAdding} onAdded={() => setAdding(false)} />}
    </AlliancePage>
  )
}

interface MembersProps {
  readonly alliance: Alliance
  readonly isAdding: boolean
  readonly onAdded: () => void
}

function Members({ alliance, isAdding, onAdded }: MembersProps) {
  const { alliance: words } = useStaffWords()
  const nameOf = useNameOf()
  const mayRun = useMayRun(alliance.id)
  const [showsEnded, setShowsEnded] = useState(false)
  const asked = useMemberships(alliance.id)
  const institutions = useInstitutions({ allianceId: alliance.id }).data
  const today = dayOf(now(), alliance.zone)
  if (asked.data === undefined || institutions === undefined) {
    return <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
  }
  const current = asked.data.filter(each => holdsOn(each, today))
  const shown = asked.data.filter(each => showsEnded || !isOver(each, today))
  const name = ({ institutionId }: Membership) =>
    nameOf(institutions.find(({ id }) => id === institutionId)) || institutionId
  return (
    <>
      {shown.length === 0 ? (
        <Empty title={words.noMembers}>
          <p>{words.noMembersHelp}</p>
        </Empty>
      ) : (
        <ScrollBox label={words.members}>
          <table>
            <thead>
              <tr>
                <th>{words.institution}</th>
                <th>{words.role}</th>
                <th>{words.right}</th>
                <th>{words.since}</th>
                <th>{words.until}</th>
                {mayRun && <ActionsHead />}
              </tr>
            </thead>
            <tbody>
              {shown.map(each => (
                <MemberRow
                  key={each.id}
                  alliance={alliance}
                  membership={each}
                  name={name(each)}
                  today={today}
                />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      <Checkbox isSelected={showsEnded} onChange={setShowsEnded}>
        {words.showEnded}
      </Checkbox>
      {isAdding && (
        <AddMemberDialog
          alliance={alliance}
          taken={new Set(current.map(each => each.institutionId))}
          onClose={onAdded}
        />
      )}
    </>
  )
}

function ActionsHead() {
  const { common } = useStaffWords()
  return <th>{common.actions}</th>
}
