import { type Kit, postgresKit, sqliteKit } from '../kit.ts'
import { allianceTables } from './alliances.ts'
import { bookingTables } from './bookings.ts'
import { institutionTables } from './institutions.ts'
import { instrumentTables } from './instruments.ts'
import { ledgerTables } from './ledger.ts'
import { peopleTables } from './people.ts'
import { rollupTables } from './rollups.ts'
import { serviceTables } from './service.ts'

const defineTables = (kit: Kit) => {
  const institutions = institutionTables(kit)
  const people = peopleTables(kit, institutions)
  const alliances = allianceTables(kit, institutions)
  const instruments = instrumentTables(kit, institutions)
  const bookings = bookingTables(kit, { ...institutions, ...people, ...instruments })
  const ledger = ledgerTables(kit, alliances)
  const service = serviceTables(kit, people)
  const rollups = rollupTables(kit)
  return {
    ...institutions,
    ...people,
    ...alliances,
    ...instruments,
    ...bookings,
    ...ledger,
    ...service,
    ...rollups,
  }
}

export type Tables = ReturnType<typeof defineTables>

export const sqliteTables: Tables = defineTables(sqliteKit)
export const postgresTables: Tables = defineTables(postgresKit)
