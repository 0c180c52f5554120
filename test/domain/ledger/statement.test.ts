import t from 'tap'
import { chainStart, digestOf, nextHead, type TransferFields } from '../../../src/domain/ledger/chain.ts'
import { availableOf, Replay } from '../../../src/domain/ledger/replay.ts'
import {
  joinStatements,
  type OwnRow,
  type Statement,
  verifyStatement,
} from '../../../src/domain/ledger/statement.ts'
import { amount, type Instant } from '../../../src/domain/units.ts'

const fieldsOf = (fields: Partial<TransferFields> & { readonly id: string }): TransferFields => ({
  ledgerId: 'ldg_1',
  periodId: 'prd_1',
  op: 'post',
  kind: 'grant',
  sourceLotId: null,
  destinationLotId: null,
  amount: amount(0),
  pendingId: null,
  reversalOf: null,
  batchId: null,
  bookingId: null,
  leg: null,
  revision: null,
  effectiveAt: 1_767_225_600_000 as Instant,
  recordedAt: 1_767_225_600_123 as Instant,
  actorId: 'psn_1',
  reason: null,
  documentNumber: null,
  ...fields,
})

const salt = '00112233445566778899aabbccddeeff'

/** A grant of 60 h, a hold of 4 h, of which 3 h 15 min are settled, and a rival's row between. */
const moves = [
  fieldsOf({ id: 'trf_1', sourceLotId: 'lot_reserve', destinationLotId: 'lot_own', amount: amount(216_000) }),
  fieldsOf({ id: 'trf_2', op: 'hold', kind: 'use', sourceLotId: 'lot_own', amount: amount(14_400) }),
  fieldsOf({ id: 'trf_3', op: 'hold', kind: 'use', sourceLotId: 'lot_rival', amount: amount(3_600) }),
  fieldsOf({
    id: 'trf_4',
    op: 'settle',
    kind: 'use',
    sourceLotId: 'lot_own',
    amount: amount(11_700),
    pendingId: 'trf_2',
  }),
]

function aStatement(): Statement {
  let hash = chainStart
  const rows = moves.map((fields, index) => {
    const seq = index + 1
    const digest = digestOf(fields, salt)
    hash = nextHead(hash, seq, digest)
    return fields.sourceLotId === 'lot_rival' ? { seq, digest } : { ...fields, seq, salt, digest }
  })
  const head = { seq: rows.length, hash }
  const figures = { granted: 216_000, held: 0, used: 11_700, forfeited: 0, expired: 0, carried: 0 }
  const lots = [{ lotId: 'lot_own', ...(figures as Record<keyof typeof figures, never>) }]
  const from = { seq: 0, hash: chainStart }
  return { ledgerId: 'ldg_1', accountId: 'acc_1', from, to: head, head, rows, unsealed: [], lots }
}

const kindsOf = (statement: Statement) => verifyStatement(statement).map(fault => fault.kind)

const withRow = (statement: Statement, index: number, change: Partial<OwnRow>): Statement => ({
  ...statement,
  rows: statement.rows.map((row, at) => (at === index ? { ...row, ...change } : row)),
})

t.test('a statement proves itself', async t => {
  t.strictSame(verifyStatement(aStatement()), [])
})

t.test('whatever is changed shows', async t => {
  const statement = aStatement()
  t.strictSame(kindsOf(withRow(statement, 3, { amount: amount(11_699) })), ['digest', 'balance'])
  t.strictSame(
    kindsOf(withRow(statement, 3, { reason: '' })),
    ['digest'],
    'an empty reason is not an absent one',
  )
  t.strictSame(kindsOf(withRow(statement, 0, { salt: salt.replaceAll('0', '1') })), ['digest'])
  t.strictSame(kindsOf(withRow(statement, 0, { ledgerId: 'ldg_2' })), ['digest', 'other-ledger'])
  t.strictSame(kindsOf(withRow(statement, 2, { digest: chainStart })), ['chain'], 'a row of a rival too')
  t.strictSame(kindsOf({ ...statement, rows: statement.rows.toSpliced(2, 1) }), ['sequence', 'chain'])
  t.strictSame(
    kindsOf({ ...statement, rows: statement.rows.slice(0, 3) }),
    ['chain', 'balance', 'balance'],
    'the end cut off',
  )
  t.strictSame(kindsOf({ ...statement, head: { ...statement.head, hash: chainStart } }), ['head'])
  const [lot] = statement.lots ?? []
  t.strictSame(verifyStatement({ ...statement, lots: lot ? [{ ...lot, used: amount(11_000) }] : [] }), [
    { kind: 'balance', lotId: 'lot_own', column: 'used', rows: 11_700, told: 11_000 },
  ])
})

t.test('what is withheld from its own holder shows where it moved the figures', async t => {
  const statement = aStatement()
  const withhold = (given: Statement, index: number): Statement => ({
    ...given,
    rows: given.rows.map(({ seq, digest, ...row }, at) =>
      at === index ? { seq, digest } : { ...row, seq, digest },
    ),
  })
  t.strictSame(verifyStatement(withhold(statement, 0)), [
    { kind: 'balance', lotId: 'lot_own', column: 'granted', rows: 0, told: 216_000 },
  ])
  t.strictSame(kindsOf(withhold(statement, 1)), [], 'a hold that was settled has left no mark')
})

t.test('a reversal of what is not shown cannot say which figure it lessened', async t => {
  const replay = new Replay()
  const use = fieldsOf({ id: 'trf_1', kind: 'use', sourceLotId: 'lot_own', amount: amount(100) })
  replay.apply({ ...use, kind: 'reversal', reversalOf: 'trf_0' }, undefined)
  t.match(replay.columnsOf('lot_own'), { used: 0, granted: 100 }, 'it comes back as something granted')
  const untouched = { granted: 0, held: 0, used: 0, forfeited: 0, expired: 0, carried: 0 }
  t.strictSame(replay.columnsOf('lot_elsewhere'), untouched)
})

t.test('pages are proved one by one and put together', async t => {
  const statement = aStatement()
  const rows = statement.rows.slice(0, 2)
  const middle = { seq: 2, hash: rows.reduce((hash, row) => nextHead(hash, row.seq, row.digest), chainStart) }
  const first = { ...statement, rows, to: middle, lots: null }
  const second = { ...statement, rows: statement.rows.slice(2), from: middle }
  t.strictSame(verifyStatement(first), [])
  t.strictSame(kindsOf(second), [], 'a later page says nothing of the sums')
  t.strictSame(joinStatements([first, second]), statement)
  t.throws(() => joinStatements([second, first]), /follow one another/)
})

t.test('rows add up to the same balances in any order', async t => {
  const byId = new Map(moves.map(move => [move.id, move]))
  const figuresIn = (order: readonly TransferFields[]) => {
    const replay = new Replay()
    for (const move of order) replay.apply(move, byId.get(move.pendingId ?? ''))
    return ['lot_own', 'lot_rival', 'lot_reserve'].map(lotId => replay.columnsOf(lotId))
  }
  const forward = figuresIn(moves)
  t.strictSame(figuresIn(moves.toReversed()), forward)
  t.equal(availableOf(forward[0] ?? ({} as never)), 204_300)
})

t.test('a reversal gives each kind of row back to where it came from', async t => {
  const replay = new Replay()
  for (const kind of ['use', 'overrun', 'forfeit', 'expire', 'carry', 'grant', 'suballocate']) {
    const original = fieldsOf({
      id: `trf_${kind}`,
      kind,
      sourceLotId: 'lot_a',
      destinationLotId: ['carry', 'grant', 'suballocate'].includes(kind) ? 'lot_b' : null,
      amount: amount(100),
    })
    const reversal = { ...original, kind: 'reversal', reversalOf: original.id }
    replay.apply(original, undefined)
    replay.apply(reversal, original)
  }
  const nothing = { granted: 0, held: 0, used: 0, forfeited: 0, expired: 0, carried: 0 }
  t.strictSame([...replay.lotIds()], ['lot_a', 'lot_b'])
  t.strictSame([replay.columnsOf('lot_a'), replay.columnsOf('lot_b')], [nothing, nothing])
})
