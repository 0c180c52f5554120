import type { Person } from '../../api/queries/people.ts'
import type { Chosen } from './choices.tsx'

/** Whose people are run, and where their pages are. */
export interface Realm {
  /** `/site`, or the address of an institution's pages. */
  readonly base: string
  /** Absent: every institution. */
  readonly institution?: Chosen
}

/** What the keepers of a person's record see. */
export type KeptRecord = NonNullable<Person['record']>
