import { inArray, or } from 'drizzle-orm'
import type { StaffPlaces } from '../domain/staffPlaces.ts'
import type { Reader } from './database.ts'

/** The ids of the instruments in the places named, as a subquery; undefined where no place is named. */
export const instrumentsKept = ({ q, t }: Reader, { institutionIds, instrumentIds }: StaffPlaces) => {
  const { id, institutionId } = t.instruments
  const there = or(
    institutionIds.length > 0 ? inArray(institutionId, [...institutionIds]) : undefined,
    instrumentIds.length > 0 ? inArray(id, [...instrumentIds]) : undefined,
  )
  return there && q.select({ id }).from(t.instruments).where(there)
}
