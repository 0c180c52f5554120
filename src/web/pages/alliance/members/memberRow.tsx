import { useState } from 'react'
import type { Alliance } from '../../../api/queries/alliances.ts'
import {
  type Membership,
  type MembershipRole,
  useEndMembership,
  useEndMembershipRole,
} from '../../../api/queries/memberships.ts'
import { Button } from '../../../kit/button.tsx'
import { Chip } from '../../../kit/status.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useMayRun } from '../alliancePage.tsx'
import { datesText, holdsOn, isOver } from '../dates.ts'
import { EndDialog } from './endDialog.tsx'
import { AddRoleDialog } from './memberDialogs.tsx'
import { useRoleName } from './roleFields.tsx'

interface MemberRowProps {
  readonly alliance: Alliance
  readonly membership: Membership
  readonly name: string
  readonly today: string
}

type Deed =
  { readonly kind: 'add-role' | 'end' } | { readonly kind: 'end-role'; readonly role: MembershipRole }

/** One membership with its dated roles. */
export function MemberRow({ alliance, membership, name, today }: MemberRowProps) {
  const { alliance: words } = useStaffWords()
  const roleName = useRoleName(alliance)
  const mayRun = useMayRun(alliance.id)
  const [deed, setDeed] = useState<Deed | null>(null)
  const isEnded = isOver(membership, today)
  return (
    <tr>
      <th scope="row" className="name-cell">
        {name}
        {isEnded && <Chip>{words.ended}</Chip>}
        {!isEnded && !holdsOn(membership, today) && <Chip>{words.future}</Chip>}
      </th>
      <td>
        <ul className="role-list">
          {membership.roles.map(role => (
            <li key={role.id} className={isOver(role, today) ? 'quiet' : undefined}>
              {roleName(role)} <span className="quiet">{datesText(role, words.openEnd)}</span>
              {mayRun && !isEnded && role.endsOn === null && (
                <Button
                  look="plain"
                  aria-label={words.endRole(`${roleName(role)}, ${name}`)}
                  onPress={() => setDeed({ kind: 'end-role', role })}
                >
                  ✕
                </Button>
              )}
            </li>
          ))}
        </ul>
      </td>
      <td>{words.rights[membership.right] ?? membership.right}</td>
      <td className="date-cell">{membership.startsOn}</td>
      <td className="date-cell">{membership.endsOn ?? words.openEnd}</td>
      {mayRun && (
        <td>
          {!isEnded && (
            <span className="row">
              <Button
                look="plain"
                aria-label={`${words.addRole}: ${name}`}
                onPress={() => setDeed({ kind: 'add-role' })}
              >
                {words.addRole}
              </Button>
              <Button
                look="plain"
                aria-label={`${words.endMember}: ${name}`}
                onPress={() => setDeed({ kind: 'end' })}
              >
                {words.endMember}
              </Button>
            </span>
          )}
          {deed !== null && (
            <DeedDialog
              deed={deed}
              alliance={alliance}
              membership={membership}
              name={name}
              onClose={() => setDeed(null)}
            />
          )}
        </td>
      )}
    </tr>
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
  const end = useEndMembership()
  const endRole = useEndMembershipRole()
  const { id, version } = membership
  switch (deed.kind) {
    case 'add-role':
      return <AddRoleDialog alliance={alliance} membership={membership} name={name} onClose={onClose} />
    case 'end':
      return (
        <EndDialog
          title={words.endMemberOf(name)}
          help={words.endMemberHelp}
          zone={alliance.zone}
          error={end.error}
          isPending={end.isPending}
          onEnd={endsOn => end.mutate({ id, version, endsOn }, { onSuccess: onClose })}
          onClose={onClose}
        />
      )
    case 'end-role':
      return (
        <EndDialog
          title={words.endRole(roleName(deed.role))}
          zone={alliance.zone}
          error={endRole.error}
          isPending={endRole.isPending}
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
