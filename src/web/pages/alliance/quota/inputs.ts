import type { Institution } from '../../../api/queries/institutions.ts'
import { type PastedFault, readPasted } from './pasted.ts'
import { equalShares, factorShares, type Share, weightedShares } from './shares.ts'

export const METHODS = ['equal', 'weighted', 'factor', 'pasted'] as const
export type Method = (typeof METHODS)[number]

/** All that can be typed on the page of bulk grants; going to another method and back loses none of it. */
export interface Inputs {
  readonly method: Method
  /** As typed, in hours where the ledger counts seconds; NaN while nothing is entered. */
  readonly total: number
  /** Members who get nothing in equal parts. */
  readonly leftOut: readonly string[]
  /** 1 where nothing is entered. */
  readonly weights: Readonly<Record<string, number>>
  readonly factor: number
  readonly text: string
}

export const emptyInputs: Inputs = {
  method: 'equal',
  total: Number.NaN,
  leftOut: [],
  weights: {},
  factor: 1,
  text: '',
}

/** What the shares rest on besides what is typed. */
export interface Facts {
  readonly members: readonly Institution[]
  /** What each was granted in the period before. */
  readonly earlier: readonly Share[]
  readonly earlierName: string | null
  readonly unit: string
  /** The ledger's whole units for a typed number. */
  readonly unitsOf: (typed: number) => number
}

interface Outcome {
  readonly shares: readonly Share[]
  readonly faults: readonly PastedFault[]
}

/** Who gets how much by the chosen method. A table with a line that cannot be read gives nothing. */
export function sharesOf(inputs: Inputs, { members, earlier, unitsOf }: Facts): Outcome {
  const { method, total, leftOut, weights, factor, text } = inputs
  const ids = members.map(({ id }) => id)
  const given = (shares: readonly Share[]): Outcome => ({ shares, faults: [] })
  switch (method) {
    case 'equal':
      return given(
        equalShares(
          unitsOf(total),
          ids.filter(id => !leftOut.includes(id)),
        ),
      )
    case 'weighted':
      return given(
        weightedShares(
          unitsOf(total),
          ids.map(institutionId => ({ institutionId, weight: weightIn(weights, institutionId) })),
        ),
      )
    case 'factor':
      return given(factorShares(earlier, factor))
    case 'pasted': {
      const { shares, faults } = readPasted(text, members, unitsOf)
      return { shares: faults.length > 0 ? [] : shares, faults }
    }
    default:
      return method satisfies never
  }
}

export const weightIn = (weights: Inputs['weights'], id: string) => weights[id] ?? 1
