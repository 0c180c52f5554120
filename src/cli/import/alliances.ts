import { fault } from '../../contract/imports/table.ts'
import type { Imported, ImportedRow, ImportFault, ImportNote } from '../../domain/importFaults.ts'
import type { AllianceDraft, AllianceMemberDraft } from '../../domain/imports.ts'
import { allianceInstruments } from './allianceInstruments.ts'
import { type AllianceEntry, allianceFileShape, allianceShape } from './allianceShape.ts'
import { nothing, readJson, shapeFaults } from './foreign.ts'

/**
 * Reads alliances with members, roles, agreements and instruments from JSON: `{ "alliances": [ … ] }`, each
 * entry shaped as `allianceShape` says. Parties and hosts are named as in `members`; one that is
 * no member is a fault.
 */
export function readAlliances(bytes: Uint8Array): Imported<AllianceDraft> {
  const read = readJson(bytes)
  if ('fault' in read) return nothing([read.fault])
  const file = allianceFileShape.safeParse(read.json)
  if (!file.success) return nothing(shapeFaults(0, file.error))
  const rows: ImportedRow<AllianceDraft>[] = []
  const faults: ImportFault[] = []
  const notes: ImportNote[] = []
  const slugs = new Set<string>()
  for (const [index, raw] of file.data.alliances.entries()) {
    const row = index + 1
    const entry = allianceShape.safeParse(raw)
    if (!entry.success) {
      faults.push(...shapeFaults(row, entry.error))
      continue
    }
    const wrong = strangers(entry.data).map(({ column, value }) =>
      fault({ row, column, code: 'reference-unknown', value }),
    )
    if (slugs.has(entry.data.slug))
      wrong.push(fault({ row, column: 'slug', code: 'row-twice', value: entry.data.slug }))
    slugs.add(entry.data.slug)
    faults.push(...wrong)
    if (wrong.length === 0) rows.push({ row, value: allianceOf(entry.data) })
    const unread = Object.keys(raw).filter(key => !(key in allianceShape.shape))
    notes.push(...unread.map(column => ({ row, column, code: 'not-mapped' as const })))
  }
  return { rows, faults, notes }
}

/** Parties and hosts that are no members. */
function strangers({ members, agreements, instruments }: AllianceEntry) {
  const names = new Set(members.map(member => member.name))
  const named = [
    ...agreements.flatMap(({ parties }, index) =>
      parties.map(value => ({ column: `agreements.${index}.parties`, value })),
    ),
    ...instruments.map(({ host: value }, index) => ({ column: `instruments.${index}.host`, value })),
  ]
  return named.filter(({ value }) => !names.has(value))
}

function allianceOf({ founded, timeZone, members, instruments, ...alliance }: AllianceEntry): AllianceDraft {
  return {
    ...alliance,
    zone: timeZone,
    ...(founded !== undefined && { foundedOn: founded }),
    members: members.map(memberOf),
    instruments: allianceInstruments(instruments, { slug: alliance.slug, zone: timeZone }),
  }
}

function memberOf(member: AllianceEntry['members'][number]): AllianceMemberDraft {
  const { roles, labels = {}, right, startsOn, endsOn, ...institution } = member
  return {
    institution,
    roles: roles.map(role => ({ role, ...(labels[role] !== undefined && { label: labels[role] }) })),
    ...(right !== undefined && { right }),
    ...(startsOn !== undefined && { startsOn }),
    ...(endsOn !== undefined && { endsOn }),
  }
}
