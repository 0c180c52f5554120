import type { Institution } from '../../store/institutions.ts'
import { madeAndRetiredAt } from './stamps.ts'

export const presentInstitution = (institution: Institution) => ({
  ...institution,
  ...madeAndRetiredAt(institution),
})
