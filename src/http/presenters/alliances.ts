import type { Alliance } from '../../store/alliances.ts'
import { madeAndRetiredAt } from './stamps.ts'

export const presentAlliance = (alliance: Alliance) => ({ ...alliance, ...madeAndRetiredAt(alliance) })
