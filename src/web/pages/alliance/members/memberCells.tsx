import { useState } from 'react'
import type { Alliance } from '../../../api/queries/alliances.ts'
import {
  type Membership,
  type MembershipRole,
  useEditMembership,
  useEndMembershipRole,
} from '../../../api/queries/memberships.ts'
import { Button } from '../../../kit/button.tsx'
import { wholeDates } from '../../../kit/wholeDates.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useMayRun } from '../alliancePage.tsx'
import { datesText, isOver } from '../dates.ts'
import { EditMemberDialog } from './editMemberDialog.tsx'
import { EndDialog } from './endDialog.tsx'
import { AddRoleDialog } from './memberDialogs.tsx'
import { useRoleName } from './roleFields.tsx'

interface MemberProps {
  readonly alliance: Alliance
  readonly membership: Membership
  readonly name: string
  readonly today: string
}

type Deed =
  | { readonly kind: 'add-role' | 'edit' | 'end' }
  | { readonly kind: 'end-role'; readonly role: MembershipRole }

/** The dated roles of a member, and the way to end each of them, or to end it on another day. */
export function MemberRoles({ today, ...of }: MemberProps) {
  const { alliance, membership, name } = of
  const { alliance: words } = useStaffWords()
  const roleName = useRoleName(alliance)
  const mayRun = useMayRun(alliance.id)
  const [role, setRole] = useState<MembershipRole | null>(null)
  const mayEnd = mayRun && !isOver(membership, today)
  return (
    <>
      <ul className="role-list">
        {membership.roles.map(each => (
          <li key={each.id} className={isOver(each, today) ? 'quiet' : undefined}>
            <span>
              {roleName(each)} <span className="quiet">{wholeDates(datesText(each, words.openEnd))}</span>
            </span>
            {mayEnd && (
              <Button
                look="plain"
                aria-label={words.endRole(`${roleName(each)}, ${name}`)}
                onPress={() => setRole(each)}
              >
                ✕
              </Button>
            )}
          </li>
        ))}
      </ul>
      {role !== null && (
        <DeedDialog {...of} deed={{ kind: 'end-role', role }} onClose={() => setRole(null)} />
      )}
    </>
  )
}

/** What can be done with a membership. One that is over may be taken up again. */
export function MemberActions({ today, ...of }: MemberProps) {
  const { membership, name } = of
  const { alliance: words, common } = useStaffWords()
  const [kind, setKind] = useState<'add-role' | 'edit' | 'end' | null>(null)
  const isEnded = isOver(membership, today)
  return (
    <>
      <span className="row">
        <Button look="plain" aria-label={`${common.edit}: ${name}`} onPress={() => setKind('edit')}>
          {common.edit}
        </Button>
        {!isEnded && (
          <>
            <Button look="plain" aria-label={`${words.addRole}: ${name}`} onPress={() => setKind('add-role')}>
              {words.addRole}
            </Button>
            <Button look="plain" aria-label={`${words.endMember}: ${name}`} onPress={() => setKind('end')}>
              {words.endMember}
            </Button>
          </>
        )}
      </span>
      {kind !== null && <DeedDialog {...of} deed={{ kind }} onClose={() => setKind(null)} />}
    </>
  )
}

interface DeedDialogProps {
  readonly deed: Deed
  readonly alliance: Alliance
  readonly membership: Membership
  readonly name: string
  readonly onClose: () => void
}

function DeedDialog({ deed, alliance, membership, name, onClose }: DeedDialogProps) {
  const { alliance: words } = useStaffWords()
  const roleName = useRoleName(alliance)
  const end = useEditMembership()
  const endRole = useEndMembershipRole()
  const { id, version } = membership
  switch (deed.kind) {
    case 'add-role':
      return <AddRoleDialog alliance={alliance} membership={membership} name={name} onClose={onClose} />
    case 'edit':
      return <EditMemberDialog membership={membership} name={name} onClose={onClose} />
    case 'end':
      return (
        <EndDialog
          title={words.endMemberOf(name)}
          help={words.endMemberHelp}
          zone={alliance.zone}
          deed={end}
          onEnd={endsOn => end.mutate({ id, version, changes: { endsOn } }, { onSuccess: onClose })}
          onClose={onClose}
        />
      )
    case 'end-role':
      return (
        <EndDialog
          title={words.endRole(roleName(deed.role))}
          zone={alliance.zone}
          deed={endRole}
          onEnd={endsOn =>
            endRole.mutate({ id, version, roleId: deed.role.id, endsOn }, { onSuccess: onClose })
          }
          onClose={onClose}
        />
      )
    default:
      return deed satisfies never
  }
}
