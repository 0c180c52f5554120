import { InlineNumber } from '../../../kit/inline.tsx'

const basisPointsPerPercent = 100

interface ShareFieldProps {
  readonly label: string
  /** In hundredths of a percent. */
  readonly value: number
  readonly onChange: (basisPoints: number) => void
}

/** A share, typed in percent. */
export const ShareField = ({ label, value, onChange }: ShareFieldProps) => (
  <InlineNumber
    label={label}
    value={value / basisPointsPerPercent}
    onChange={percent => onChange(Math.round(percent * basisPointsPerPercent))}
    minValue={0}
    maxValue={100}
  />
)
