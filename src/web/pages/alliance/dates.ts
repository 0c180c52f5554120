/** From a first day to a last one, both counted; null while there is no last one. */
interface Dated {
  readonly startsOn: string
  readonly endsOn: string | null
}

export const holdsOn = ({ startsOn, endsOn }: Dated, day: string) =>
  startsOn <= day && (endsOn === null || day <= endsOn)

export const isOver = ({ endsOn }: Dated, day: string) => endsOn !== null && endsOn < day

/** `2026-09-01 – 至今` */
export const datesText = ({ startsOn, endsOn }: Dated, openEnd: string) =>
  `${startsOn} – ${endsOn ?? openEnd}`
