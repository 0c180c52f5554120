import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../context.ts'
import type { Imported, ImportFaultCode } from '../../domain/importFaults.ts'
import type {
  AgreementDraft,
  AllianceDraft,
  DraftByNoun,
  ImportNoun,
  InstrumentDraft,
  InstrumentRef,
  MembershipDraft,
} from '../../domain/imports.ts'
import type { Refusal, RefusalCode } from '../../domain/refusal.ts'
import type { Tx } from '../../store/database.ts'
import type { Actor } from '../perform.ts'

/** What a file of one noun was read to, with the name under which its report is given back. */
export type ImportPart = {
  readonly [Noun in ImportNoun | 'alliances']: {
    readonly noun: Noun
    /** The file and sheet it came from, in the sender's words. */
    readonly origin?: string | undefined
    readonly imported: Imported<Noun extends ImportNoun ? DraftByNoun[Noun] : AllianceDraft>
  }
}[ImportNoun | 'alliances']

/** An alliance on its own: its members, agreements and instruments are rows beside it. */
export type AllianceRow = Omit<AllianceDraft, 'members' | 'agreements' | 'instruments' | 'memberCount'>
export type AgreementRow = AgreementDraft & { readonly alliance: string }
/** Without a first day: whichever membership there is, or a new one from today. */
export type MembershipRow = Omit<MembershipDraft, 'startsOn'> & Partial<Pick<MembershipDraft, 'startsOn'>>
/** `sharedInto`: the alliance whose members may use it, by slug. */
export type InstrumentRow = InstrumentDraft & { readonly sharedInto?: string }

/** What became of a row. */
export type RowOutcome = 'created' | 'updated' | 'unchanged'

/** Why a row was not taken: what was wrong in the file, or the refusal of the operation it went through. */
export interface RowFault {
  readonly row: number
  readonly column?: string | undefined
  readonly code: ImportFaultCode | RefusalCode
  readonly value?: string | undefined
  /** The refusal with its numbers. */
  readonly refusal?: Refusal | undefined
}

/** Where a row is being imported: inside the transaction of many rows. */
export interface At {
  /** Operations called with it take part in `tx`. */
  readonly context: Context
  readonly tx: Tx
  readonly actor: Actor
}

/** One row, ready to be imported. */
export interface Job {
  /** The place in the report that it counts under. */
  readonly entry: number
  readonly row: number
  /** A second look at a row, which counts once. */
  readonly again?: true
  /** The instrument it will lock, by what the row says. */
  readonly locks?: InstrumentRef
  readonly run: (at: At) => Promise<RowOutcome>
}

/** A row refers to what is not there, or says what cannot be; leaves the row, not the import. */
export class RowFaulty extends Error {
  readonly fault: Omit<RowFault, 'row'>

  constructor(fault: Omit<RowFault, 'row'>) {
    super([fault.column, fault.code, fault.value].filter(word => word !== undefined).join(' '))
    this.name = 'RowFaulty'
    this.fault = fault
  }
}

export const rowFault = (code: ImportFaultCode, column: string, value?: string): never => {
  throw new RowFaulty({ code, column, value })
}

/** The fields a row gives that differ from what is stored; what it leaves out stays as it is. */
export function differences<Given extends object>(stored: object, given: Given): Partial<Given> {
  const current = stored as Readonly<Record<string, unknown>>
  const differing = Object.entries(given).filter(
    ([field, value]) => value !== undefined && !isDeepStrictEqual(current[field], value),
  )
  return Object.fromEntries(differing) as Partial<Given>
}

/** True where a row changes nothing. */
export const isNothing = (changes: object) => Object.keys(changes).length === 0
