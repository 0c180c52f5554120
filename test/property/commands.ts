import fc from 'fast-check'

/** A time wished for: so many days from now, so many quarters of an hour into the day, so many long. */
export interface SlotWish {
  readonly day: number
  readonly quarter: number
  readonly quarters: number
  /** Five-minute steps off the quarter; mostly none. */
  readonly offBy: number
}

export type By = 'owner' | 'manager' | 'keeper' | 'stranger'

/** One of the existing bookings, by its place among those still open, and how it is addressed. */
export interface Edit {
  readonly pick: number
  readonly by: By
  readonly stale: boolean
}

/**
 * What can happen in a world. Numbers are places in its lists, so that a list of commands can be shortened.
 */
export type Command =
  | {
      readonly kind: 'book'
      readonly who: number
      /** 0 and 1 are the units of the pool, 2 the shared instrument, 3 any unit of the pool. */
      readonly where: number
      readonly slot: SlotWish
      readonly places: number
      readonly forWhom: number | null
      readonly project: number | null
      readonly throughAlliance: boolean
      readonly customsNotice: boolean
      readonly override: boolean
    }
  | ({
      readonly kind: 'move'
      readonly slot: SlotWish
      readonly where: number | null
      readonly override: boolean
    } & Edit)
  | ({ readonly kind: 'extend'; readonly steps: number; readonly override: boolean } & Edit)
  | ({ readonly kind: 'places'; readonly places: number; readonly override: boolean } & Edit)
  | ({ readonly kind: 'cancel' | 'approve' | 'reject' | 'checkIn' | 'checkOut' | 'noShow' } & Edit)
  | { readonly kind: 'pass'; readonly ticks: number; readonly sweep: boolean }
  | { readonly kind: 'await'; readonly pick: number; readonly ticks: number; readonly edge: 'start' | 'end' }
  | {
      readonly kind: 'grant'
      readonly by: number
      readonly from: number | null
      readonly to: number
      readonly units: number
      readonly period: 0 | 1 | null
    }
  | {
      readonly kind: 'reverse'
      readonly by: number
      readonly pick: number
      readonly units: number | null
      readonly replacement: number | null
      readonly reason: string
    }
  | { readonly kind: 'outage'; readonly by: number; readonly where: number; readonly slot: SlotWish }
  | { readonly kind: 'repeat'; readonly pick: number; readonly changed: boolean }

const upTo = (max: number) => fc.integer({ min: 0, max })
const rarely = fc.integer({ min: 0, max: 11 }).map(roll => roll === 7)
const sometimes = fc.integer({ min: 0, max: 3 }).map(roll => roll === 2)
/** Nearly always the first; a random list in which everything is odd is refused from end to end. */
const mostly = <Value>(usual: Value, odd: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: odd })
const oneOf = <Value>(...values: readonly Value[]) => fc.constantFrom(...values)

const slotOf = (...lengths: readonly number[]) =>
  fc.record({
    day: oneOf(0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 3, 9),
    quarter: fc.oneof({ weight: 6, arbitrary: upTo(9).map(hour => 32 + hour * 4) }, upTo(95)),
    quarters: oneOf(...lengths),
    offBy: mostly(0, oneOf(1, 2)),
  })
const slot = slotOf(1, 2, 4, 4, 4, 4, 4, 8, 8, 8, 8, 12, 12, 16, 32, 96, 192)
/** Here nobody upstream has refused what ends before it begins. */
const slotOrNone = slotOf(0, 2, 4, 4, 4, 8, 8, 12, 16, 96)

const edit = {
  pick: fc.oneof({ weight: 3, arbitrary: upTo(5) }, upTo(30)),
  by: mostly<By>('owner', oneOf<By>('manager', 'manager', 'keeper', 'stranger')),
  stale: mostly(false, oneOf(true)),
}
const staffMostly = { ...edit, by: oneOf<By>('manager', 'manager', 'manager', 'keeper', 'owner') }
const override = mostly(false, oneOf(true))

const members = [0, 0, 0, 1, 1, 1, 2, 2, 2] as const

const book = fc.record({
  kind: oneOf('book' as const),
  who: fc.oneof({ weight: 8, arbitrary: oneOf(...members) }, oneOf(3, 4, 5, 6, 6, 7, 7, 8)),
  where: oneOf(0, 0, 0, 1, 2, 2, 2, 3, 3),
  slot,
  places: fc.oneof({ weight: 6, arbitrary: oneOf(1) }, oneOf(2, 2, 3, 5)),
  forWhom: mostly(null, upTo(6)),
  project: mostly(null, upTo(5)),
  throughAlliance: sometimes,
  customsNotice: oneOf(true, true, true, false),
  override: rarely,
})

const plainBook = {
  kind: 'book',
  forWhom: null,
  project: null,
  throughAlliance: false,
  customsNotice: true,
  override: false,
} as const

/** Staff book for people, sometimes against the policy. */
const bookForOthers = book.chain(usual =>
  fc
    .record({ who: oneOf(7, 7, 8), forWhom: upTo(6), override: fc.boolean() })
    .map(staff => ({ ...usual, ...staff })),
)

const grant = fc.record({
  kind: oneOf('grant' as const),
  by: oneOf(9, 9, 9, 10, 0),
  from: oneOf(null, 0, 0, 0, 1, 2, 3, 4),
  to: upTo(8),
  units: fc.oneof(
    upTo(40).map(hours => hours * 3600),
    upTo(5000),
  ),
  period: oneOf<0 | 1 | null>(0, 0, 1, null),
})

const reverse = fc.record({
  kind: oneOf('reverse' as const),
  by: oneOf(9, 9, 9, 10, 0),
  pick: upTo(60),
  units: fc.oneof(oneOf(null, null), upTo(20_000)),
  replacement: fc.oneof({ weight: 3, arbitrary: oneOf(null) }, upTo(20_000)),
  reason: oneOf('wrong', 'wrong', 'wrong', 'wrong', 'wrong', ' '),
})

const weighted = <Value>(weight: number, arbitrary: fc.Arbitrary<Value>) => ({ weight, arbitrary })

const command: fc.Arbitrary<Command> = fc.oneof(
  weighted(45, book),
  weighted(4, bookForOthers),
  weighted(
    9,
    fc.record({
      kind: oneOf('move' as const),
      ...edit,
      slot: slotOrNone,
      where: oneOf(null, null, 0, 1, 2),
      override,
    }),
  ),
  weighted(
    6,
    fc.record({
      kind: oneOf('extend' as const),
      ...edit,
      steps: oneOf(-12, -3, -1, 0, 3, 3, 6, 12, 24),
      override,
    }),
  ),
  weighted(4, fc.record({ kind: oneOf('places' as const), ...edit, places: oneOf(1, 2, 3, 4, 5), override })),
  weighted(6, fc.record({ kind: oneOf('cancel' as const), ...edit })),
  weighted(4, fc.record({ kind: oneOf('approve' as const), ...staffMostly })),
  weighted(2, fc.record({ kind: oneOf('reject' as const), ...staffMostly })),
  weighted(5, fc.record({ kind: oneOf('checkIn' as const), ...edit })),
  weighted(5, fc.record({ kind: oneOf('checkOut' as const), ...edit })),
  weighted(2, fc.record({ kind: oneOf('noShow' as const), ...staffMostly })),
  weighted(
    6,
    fc.record({ kind: oneOf('pass' as const), ticks: oneOf(1, 3, 6, 12, 48, 150, 288), sweep: fc.boolean() }),
  ),
  weighted(
    8,
    fc.record({
      kind: oneOf('await' as const),
      pick: upTo(6),
      ticks: oneOf(-12, -3, -2, 0, 1, 3, 6, 7),
      edge: oneOf('start' as const, 'start' as const, 'end' as const),
    }),
  ),
  weighted(7, grant),
  weighted(5, reverse),
  weighted(
    2,
    fc.record({ kind: oneOf('outage' as const), by: oneOf(7, 7, 8, 0), where: upTo(2), slot: slotOrNone }),
  ),
  weighted(4, fc.record({ kind: oneOf('repeat' as const), pick: upTo(10), changed: sometimes })),
)

/** A day in the life of a booking, which single steps at random would hardly ever go through. */
const attendance: fc.Arbitrary<readonly Command[]> = fc
  .record({
    pick: upTo(4),
    arrives: oneOf(-3, -2, 0, 1, 4, 7),
    stays: oneOf(0, 3, 6, 12, 13, 30),
    extends: sometimes,
    leaves: fc.boolean(),
  })
  .map(({ pick, arrives, stays, extends: more, leaves }): readonly Command[] => {
    const own = { pick, by: 'owner', stale: false } as const
    return [
      { kind: 'await', pick, ticks: arrives, edge: 'start' },
      { kind: 'checkIn', ...own },
      ...(more ? [{ kind: 'extend', ...own, steps: 3, override: false } as const] : []),
      { kind: 'pass', ticks: stays, sweep: false },
      leaves ? { kind: 'checkOut', ...own } : { kind: 'pass', ticks: 1, sweep: true },
    ]
  })

const decision: fc.Arbitrary<readonly Command[]> = fc
  .record({ asked: book, kind: oneOf('approve' as const, 'approve' as const, 'reject' as const) })
  .map(({ asked, kind }): readonly Command[] => [asked, { kind, pick: 0, by: 'manager', stale: false }])

/** Several people want about the same hours of one instrument: so its neighbours and places meet. */
const rush: fc.Arbitrary<readonly Command[]> = fc
  .record({
    where: oneOf(0, 2, 2, 3),
    day: oneOf(1, 2),
    wishes: fc.array(
      fc.record({
        who: oneOf(...members),
        quarter: oneOf(40, 41, 42, 44, 46, 48),
        quarters: oneOf(2, 3, 4, 6, 8, 12),
        places: oneOf(1, 1, 2, 3),
      }),
      { minLength: 3, maxLength: 7 },
    ),
    down: sometimes,
    staff: sometimes,
  })
  .map(({ where, day, wishes, down, staff }): readonly Command[] => [
    ...(down ? [outageAt(where, day)] : []),
    ...wishes.map(({ who, quarter, quarters, places }): Command => ({
      ...plainBook,
      ...(staff ? { who: 7, forWhom: who, override: true } : { who }),
      where,
      slot: { day, quarter, quarters, offBy: 0 },
      places: where === 2 ? places : 1,
    })),
  ])

const outageAt = (where: number, day: number): Command => ({
  kind: 'outage',
  by: 7,
  where: where === 3 ? 0 : where,
  slot: { day, quarter: 44, quarters: 4, offBy: 0 },
})

const episode: fc.Arbitrary<readonly Command[]> = fc.oneof(
  weighted(2, rush),
  weighted(
    10,
    command.map(each => [each]),
  ),
  weighted(1, attendance),
  weighted(1, decision),
)

/**
 * Up to so many episodes make one life of a world; lists can be shortened, and so the shortest one that fails
 * is found.
 */
const episodesMax = 60
export const commandLists = fc
  .array(episode, { minLength: 1, maxLength: episodesMax, size: 'max' })
  .map(episodes => episodes.flat())
