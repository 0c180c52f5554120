import type { Alliance } from '../../../api/queries/alliances.ts'
import { TextField } from '../../../kit/field.tsx'
import { Select } from '../../../kit/select.tsx'
import { useStaffWords } from '../../../words/words.tsx'

/** A role as it is being entered. */
export interface RoleDraft {
  readonly role: string
  /** Typed where the role is none of the usual ones. */
  readonly code: string
  readonly label: string
}

const another = 'another'

export const emptyRole: RoleDraft = { role: 'member', code: '', label: '' }

/** The role's slug, and its wording in this alliance where it has one. */
export const roleOf = ({ role, code, label }: RoleDraft) => ({
  role: role === another ? code.trim() : role,
  label: label.trim() === '' ? null : label.trim(),
})

interface RoleFieldsProps {
  readonly value: RoleDraft
  readonly onChange: (draft: RoleDraft) => void
}

/** Which role, and what this alliance calls it. */
export function RoleFields({ value, onChange }: RoleFieldsProps) {
  const { alliance } = useStaffWords()
  const choices = [
    ...Object.entries(alliance.roles).map(([id, name]) => ({ id, name })),
    { id: another, name: alliance.otherRole },
  ]
  return (
    <>
      <Select
        label={alliance.role}
        choices={choices}
        value={value.role}
        onChange={role => onChange({ ...value, role })}
      />
      {value.role === another && (
        <TextField
          label={alliance.roleCode}
          help={alliance.roleCodeHelp}
          value={value.code}
          onChange={code => onChange({ ...value, code })}
          isRequired
        />
      )}
      <TextField
        label={alliance.label}
        help={alliance.labelHelp}
        value={value.label}
        onChange={label => onChange({ ...value, label })}
        isRequired={false}
      />
    </>
  )
}

/** What a role is called: by the alliance itself, else as usual. */
export function useRoleName(alliance: Alliance) {
  const words = useStaffWords().alliance
  return ({ role, label }: { readonly role: string; readonly label: string | null }) =>
    label ?? (role === 'lead' ? alliance.leadLabel : null) ?? words.roles[role] ?? role
}
