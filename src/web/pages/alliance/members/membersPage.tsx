import { useState } from 'react'
import type { Alliance } from '../../../api/queries/alliances.ts'
import { useInstitutions } from '../../../api/queries/institutions.ts'
import { type Membership, useMemberships } from '../../../api/queries/memberships.ts'
import { Button } from '../../../kit/button.tsx'
import { Checkbox } from '../../../kit/field.tsx'
import { Empty, Waiting } from '../../../kit/note.tsx'
import { type RecordColumn, RecordTable } from '../../../kit/recordTable.tsx'
import { Chip } from '../../../kit/status.tsx'
import { dayOf, now } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'
import { AlliancePage, useMayRun } from '../alliancePage.tsx'
import { holdsOn, isOver } from '../dates.ts'
import { AddMemberDialog } from './memberDialogs.tsx'
import { MemberActions, MemberRoles } from './memberCells.tsx'

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
  const [showsEnded, setShowsEnded] = useState(false)
  const asked = useMemberships(alliance.id)
  const institutions = useInstitutions({ allianceId: alliance.id }).data
  const today = dayOf(now(), alliance.zone)
  const name = ({ institutionId }: Membership) =>
    nameOf(institutions?.find(({ id }) => id === institutionId)) || institutionId
  const columns = useColumns({ alliance, today, name })
  if (asked.data === undefined || institutions === undefined) {
    return <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
  }
  const current = asked.data.filter(each => holdsOn(each, today))
  const shown = asked.data.filter(each => showsEnded || !isOver(each, today))
  return (
    <>
      {shown.length === 0 ? (
        <Empty title={words.noMembers}>
          <p>{words.noMembersHelp}</p>
        </Empty>
      ) : (
        <RecordTable label={words.members} columns={columns} rows={shown} idOf={each => each.id} />
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

interface ColumnsOf {
  readonly alliance: Alliance
  readonly today: string
  readonly name: (membership: Membership) => string
}

function useColumns({ alliance, today, name }: ColumnsOf): readonly RecordColumn<Membership>[] {
  const { alliance: words, common } = useStaffWords()
  const mayRun = useMayRun(alliance.id)
  const of = (membership: Membership) => ({ alliance, membership, name: name(membership), today })
  const actions: RecordColumn<Membership> = {
    name: common.actions,
    look: 'actions',
    cell: each => <MemberActions {...of(each)} />,
  }
  return [
    {
      name: words.institution,
      look: 'head',
      cell: each => (
        <>
          {name(each)} {isOver(each, today) && <Chip>{words.ended}</Chip>}
          {each.startsOn > today && <Chip>{words.future}</Chip>}
        </>
      ),
    },
    { name: words.role, cell: each => <MemberRoles {...of(each)} /> },
    { name: words.right, cell: ({ right }) => words.rights[right] ?? right },
    { name: words.since, look: 'whole', cell: ({ startsOn }) => startsOn },
    { name: words.until, look: 'whole', cell: ({ endsOn }) => endsOn ?? words.openEnd },
    ...(mayRun ? [actions] : []),
  ]
}
