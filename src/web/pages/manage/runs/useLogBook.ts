import { useState } from 'react'
import { samplesMax } from '../../../../domain/runSamples.ts'
import { type BookingDraft, useBook, useTryBooking } from '../../../api/queries/bookings.ts'
import type { Instrument } from '../../../api/queries/instruments.ts'
import { useFindPeople } from '../../../api/queries/people.ts'
import { useFindProject } from '../../../api/queries/projects.ts'
import { useNarrow } from '../../../kit/useNarrow.ts'
import { now, type Span, writeInstant } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { isTime, timeOf } from '../clockText.ts'
import { emptyRow, isEmptyRow, type LogRow, type Outcome } from './logRow.ts'
import { dayIn, type LogColumn, overlapIn, pastedCells, spanIn } from './logText.ts'

const firstRows = 8
/** On a phone a line is a whole card. */
const firstRowsNarrow = 2
const moreRows = 5
const samplesDetail = 'samples'
const remarkCharactersMax = 200

const emptyRows = (count: number, after: readonly LogRow[] = []) => {
  const last = Math.max(0, ...after.map(row => row.key))
  return Array.from({ length: count }, (_, index) => emptyRow(last + index + 1))
}

/** The lines as they are typed, pasted and cleared. */
function useRows() {
  const firstCount = useNarrow() ? firstRowsNarrow : firstRows
  const [rows, setRows] = useState<readonly LogRow[]>(() => emptyRows(firstCount))
  const replace = (key: number, changes: Partial<LogRow>) =>
    setRows(before => before.map(row => (row.key === key ? { ...row, ...changes } : row)))
  const type = (key: number, column: LogColumn, text: string) =>
    replace(key, {
      [column]: text,
      outcome: { kind: 'new' },
      ...(column === 'person' && { personId: null }),
    })
  const paste = (key: number, column: LogColumn, text: string) =>
    setRows(before => {
      const at = before.findIndex(row => row.key === key)
      const cells = pastedCells(text, column)
      const missing = at + cells.length - before.length
      const all = missing > 0 ? [...before, ...emptyRows(missing, before)] : before
      return all.map((row, index) => {
        const given = cells[index - at]
        if (given === undefined || row.outcome.kind === 'kept') return row
        return { ...row, ...given, personId: null, outcome: { kind: 'new' } as const }
      })
    })
  const addRows = () => setRows(before => [...before, ...emptyRows(moreRows, before)])
  const clearKept = () =>
    setRows(before => {
      const open = before.filter(row => row.outcome.kind !== 'kept')
      return open.length > 0 ? open : emptyRows(firstCount)
    })
  return { rows, replace, type, paste, addRows, clearKept }
}

/**
 * The lines of a paper log book on their way in: each is looked up and tried by itself, then kept as a
 * booking in the past on behalf of its person. What is faulty stays as it was typed.
 */
export function useLogBook(instrument: Instrument | null) {
  const { runs } = useStaffWords()
  const { rows, replace, ...edits } = useRows()
  const [isBusy, setBusy] = useState(false)
  const judge = useJudge(instrument)
  const book = useBook()

  const eachOpen = async (work: (row: LogRow, index: number) => Promise<Outcome>) => {
    setBusy(true)
    for (const [index, row] of rows.entries()) {
      if (isEmptyRow(row) || row.outcome.kind === 'kept') continue
      replace(row.key, { outcome: await work(row, index) })
    }
    setBusy(false)
  }
  const spans = rows.map(row => (instrument === null ? undefined : typedSpan(row, instrument.zone)))
  const keepLine = async ({ outcome }: LogRow): Promise<Outcome> => {
    if (outcome.kind !== 'fine') return outcome
    try {
      return { kind: 'kept', booking: await book.mutateAsync(outcome.draft) }
    } catch (error) {
      return { kind: 'refused', error: error as Error }
    }
  }
  const countOf = (...kinds: readonly Outcome['kind'][]) =>
    rows.filter(row => kinds.includes(row.outcome.kind)).length

  return {
    ...edits,
    rows,
    isBusy,
    check: () => eachOpen((row, index) => judge(row, overlapIn(spans, index))),
    keep: () => eachOpen(keepLine),
    choosePerson: (key: number, personId: string) => replace(key, { personId, outcome: { kind: 'new' } }),
    summary: runs.outcome(countOf('kept'), countOf('faulty', 'refused', 'unclear')),
  }
}

function typedSpan(row: LogRow, zone: string): Span | undefined {
  const day = dayIn(row.date)
  const from = timeOf(row.from)
  const to = timeOf(row.to)
  return day !== undefined && isTime(from) && isTime(to) ? spanIn(zone, day, from, to) : undefined
}

/** Finds out what would come of one line: who and which project is meant, and what the service says to it. */
function useJudge(instrument: Instrument | null) {
  const { runs } = useStaffWords()
  const findPeople = useFindPeople()
  const findProject = useFindProject()
  const attempt = useTryBooking()
  return async (row: LogRow, overlapped: number | undefined): Promise<Outcome> => {
    if (instrument === null) return { kind: 'faulty', faults: [runs.instrumentFirst] }
    const span = typedSpan(row, instrument.zone)
    const faults = faultsOf(row, span, runs)
    if (overlapped !== undefined) faults.push(runs.overlapsRow(overlapped + 1))
    if (faults.length > 0 || span === undefined) return { kind: 'faulty', faults }
    try {
      const person = await meantPerson(row, findPeople.mutateAsync)
      if (person.length === 0) return { kind: 'faulty', faults: [runs.personUnknown(row.person)] }
      const [only, second] = person
      if (only === undefined || second !== undefined) return { kind: 'unclear', people: person }
      const code = row.project.trim()
      const project = code === '' ? undefined : await findProject.mutateAsync(code)
      if (code !== '' && project === undefined) {
        return { kind: 'faulty', faults: [runs.projectUnknown(code)] }
      }
      const samples = row.samples.trim()
      const remark = row.remark.trim()
      const draft: BookingDraft = {
        instrumentId: instrument.id,
        forPersonId: only.id,
        ...(project !== undefined && { projectId: project.id }),
        start: writeInstant(span.start, instrument.zone),
        end: writeInstant(span.end, instrument.zone),
        places: 1,
        kind: 'use',
        ...(remark !== '' && { title: remark }),
        details: samples === '' ? {} : { [samplesDetail]: Number(samples) },
        overrideReason: runs.reason,
      }
      await attempt.mutateAsync(draft)
      return { kind: 'fine', draft }
    } catch (error) {
      return { kind: 'refused', error: error as Error }
    }
  }
}

const areSamples = (typed: string) => /^\d*$/u.test(typed) && Number(typed) <= samplesMax

type RunWords = ReturnType<typeof useStaffWords>['runs']

function faultsOf(row: LogRow, span: Span | undefined, runs: RunWords): string[] {
  const isDay = dayIn(row.date) !== undefined
  const areTimes = isTime(timeOf(row.from)) && isTime(timeOf(row.to))
  return [
    row.person.trim() === '' && runs.personMissing,
    !isDay && runs.dateWrong,
    !areTimes && runs.timeWrong,
    !areSamples(row.samples.trim()) && runs.samplesWrong,
    row.remark.trim().length > remarkCharactersMax && runs.remarkTooLong(remarkCharactersMax),
    span !== undefined && span.end > now() && runs.notPast,
  ].filter(fault => fault !== false)
}

/** People of that name: those of exactly this name, else all who are found by it. */
async function meantPerson<Found extends { readonly id: string; readonly name: string | null }>(
  row: LogRow,
  find: (words: string) => Promise<readonly Found[]>,
): Promise<readonly Found[]> {
  const words = row.person.trim()
  const found = await find(words)
  if (row.personId !== null) return found.filter(each => each.id === row.personId)
  const exact = found.filter(each => each.name === words)
  return exact.length > 0 ? exact : found
}
