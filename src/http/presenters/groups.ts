import type { Group } from '../../store/groups.ts'
import { madeAndRetiredAt } from './stamps.ts'

export const presentGroup = (group: Group) => ({ ...group, ...madeAndRetiredAt(group) })
