import { ApiProblem } from '../api/problem.ts'
import { readBooking } from '../api/queries/bookings.ts'
import { readInstrument } from '../api/queries/instruments.ts'
import { readMe } from '../api/queries/me.ts'
import { dutiesOf } from './duties.ts'

/** The page at `path`, with what its address says besides, if who is logged in may see it; else the first. */
export async function placeFor(path: string): Promise<string> {
  try {
    return (await mayOpen(path)) ? path : '/'
  } catch (error) {
    // What they may not see does not exist to them.
    if (error instanceof ApiProblem) return '/'
    throw error
  }
}

async function mayOpen(path: string): Promise<boolean> {
  const [, area = '', part = '', id = ''] = path.replace(/[?#].*$/u, '').split('/')
  const { appointments } = await readMe()
  const duties = dutiesOf(appointments)
  switch (area) {
    case 'manage': {
      if (part === 'institutions') return duties.isSiteAdmin || duties.institutionIds.includes(id)
      if (!id.startsWith('itm_') || !duties.isStaff) return duties.isStaff
      const { institutionId } = await readInstrument(id)
      return (
        duties.isSiteAdmin ||
        duties.institutionIds.includes(institutionId) ||
        duties.instrumentIds.includes(id)
      )
    }
    case 'alliance': {
      // Of which alliances an institution is a member, the service knows.
      const seesAny = duties.seesEveryAlliance || duties.adminOf.length > 0
      return duties.seesAlliances && (part === '' || seesAny || duties.allianceIds.includes(part))
    }
    case 'site':
      return duties.isSiteAdmin
    case 'bookings':
      return part === '' || (await readBooking(part)).id === part
    default:
      return true
  }
}
