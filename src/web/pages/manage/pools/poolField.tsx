import { usePools } from '../../../api/queries/pools.ts'
import { Select } from '../../../kit/select.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'

interface PoolFieldProps {
  readonly institutionId: string | null
  readonly value: string | null
  readonly onChange: (poolId: string | null) => void
  readonly error: string | undefined
}

const none = 'none'

/** In which pool an instrument stands, if in any. */
export function PoolField({ institutionId, value, onChange, error }: PoolFieldProps) {
  const { instrument, pools } = useStaffWords()
  const nameOf = useNameOf()
  const own = (usePools().data ?? []).filter(each => each.institutionId === institutionId)
  return (
    <Select
      label={instrument.pool}
      help={pools.fieldHelp}
      choices={[{ id: none, name: pools.noPool }, ...own.map(each => ({ id: each.id, name: nameOf(each) }))]}
      value={value ?? none}
      onChange={id => onChange(id === none ? null : id)}
      error={error}
    />
  )
}
