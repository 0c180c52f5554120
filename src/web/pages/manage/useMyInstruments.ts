import { useMemo } from 'react'
import { type Instrument, useInstrumentsById, useInstrumentsOfAll } from '../../api/queries/instruments.ts'
import { useMyDuties } from '../../frame/duties.ts'

interface MyInstruments {
  readonly instruments: readonly Instrument[]
  readonly isPending: boolean
  readonly error: Error | null
}

/** The instruments that the reader runs, drafts too: all of an institution, or single ones; by name. */
export function useMyInstruments(): MyInstruments {
  const { isSiteAdmin, institutionIds, instrumentIds } = useMyDuties()
  const listed = useInstrumentsOfAll(
    isSiteAdmin ? [{}] : institutionIds.map(institutionId => ({ institutionId })),
  )
  const single = useInstrumentsById(instrumentIds)
  const instruments = useMemo(() => {
    const all = new Map([...listed.instruments, ...single.values()].map(each => [each.id, each]))
    return [...all.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }))
  }, [listed.instruments, single])
  const { isPending, error } = listed
  return { instruments, isPending, error }
}
