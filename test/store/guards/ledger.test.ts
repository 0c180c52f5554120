import t from 'tap'
import { eq } from 'drizzle-orm'
import { type Amount, amount } from '../../../src/domain/units.ts'
import type { Tx } from '../../../src/store/database.ts'
import { at } from '../../support/clock.ts'
import { sendRaw } from '../../support/rawSql.ts'
import { aGrant, aLedger, aLot, anAccount, aPeriod, aTransfer } from '../../support/rows.ts'
import { dropCheck, dropIndex, dropTrigger, type GuardTrial, tryGuards } from './mutation.ts'

type Transfer = ReturnType<typeof aTransfer>

const post =
  (...rows: readonly Transfer[]) =>
  async (tx: Tx) => {
    for (const row of rows) await tx.q.insert(tx.t.transfers).values(row)
  }

const inTurn =
  (...steps: readonly ((tx: Tx) => Promise<unknown>)[]) =>
  async (tx: Tx) => {
    for (const step of steps) await step(tx)
  }

const setPeriod = (state: 'open' | 'soft_closed' | 'closed') => async (tx: Tx) => {
  await tx.q.update(tx.t.periods).set({ state }).where(eq(tx.t.periods.id, 'prd_1'))
}

/** A second lot in the same ledger and period. */
const anotherLot = async (tx: Tx) => {
  await tx.q.insert(tx.t.accounts).values(anAccount({ id: 'acc_2', holderId: 'prj_2' }))
  await tx.q.insert(tx.t.lots).values(aLot({ id: 'lot_2', accountId: 'acc_2' }))
}

/** A lot of another ledger. */
const foreignLot = async (tx: Tx) => {
  await tx.q.insert(tx.t.ledgers).values(aLedger({ id: 'led_2', unit: 'sample' }))
  await tx.q.insert(tx.t.accounts).values(anAccount({ id: 'acc_3', ledgerId: 'led_2' }))
  await tx.q.insert(tx.t.periods).values(aPeriod({ id: 'prd_3', ledgerId: 'led_2' }))
  await tx.q
    .insert(tx.t.lots)
    .values(aLot({ id: 'lot_3', ledgerId: 'led_2', accountId: 'acc_3', periodId: 'prd_3' }))
}

/** The next period, and a lot of the same account in it. */
const nextPeriodsLot = async (tx: Tx) => {
  const next = { startsAt: at('2027-01-01T00:00+08:00'), endsAt: at('2028-01-01T00:00+08:00') }
  await tx.q.insert(tx.t.periods).values(aPeriod({ id: 'prd_2', ...next }))
  await tx.q.insert(tx.t.lots).values(aLot({ id: 'lot_next', periodId: 'prd_2' }))
}

const hold = aTransfer({ id: 'trf_hold', amount: 600 })
const settle = aTransfer({ id: 'trf_settle', op: 'settle', pendingId: 'trf_hold', amount: 500 })
const release = aTransfer({ id: 'trf_release', op: 'release', pendingId: 'trf_hold', amount: 600 })
const reversal = (id: string, of: string, units: number) =>
  aTransfer({ id, op: 'post', kind: 'reversal', reversalOf: of, amount: units })

/** So much is used besides that no balance falls below zero, which would be the next guard. */
const otherUse = aTransfer({ id: 'trf_use', op: 'post', kind: 'use', amount: 900 })

const check = dropTrigger('transfers_check', 'transfers')
const moved = dropTrigger('lots_moved_by_transfer', 'lots')

const setLot = (to: Partial<ReturnType<typeof aLot>>) => async (tx: Tx) => {
  await tx.q.update(tx.t.lots).set(to).where(eq(tx.t.lots.id, 'lot_1'))
}

const trials: readonly GuardTrial[] = [
  {
    rule: 'no more is held than is available',
    says: 'quota-exhausted',
    drop: dropCheck('lots_available', 'lots'),
    given: post(aGrant(599)),
    breaks: post(hold),
  },
  {
    rule: 'what was passed on is not held by the giver',
    says: 'quota-exhausted',
    drop: dropCheck('lots_available', 'lots'),
    given: inTurn(
      anotherLot,
      post(
        aGrant(1000),
        aTransfer({ id: 'trf_sub', op: 'post', kind: 'suballocate', destinationLotId: 'lot_2', amount: 500 }),
      ),
    ),
    breaks: post(hold),
  },
  {
    rule: 'a hold is resolved once',
    says: 'hold-already-resolved',
    drop: dropIndex('transfers_pending'),
    // Another open hold keeps what is held from falling below zero, which would be the next guard.
    given: post(aGrant(3600), hold, aTransfer({ id: 'trf_other', amount: 600 }), settle),
    breaks: post(release),
  },
  {
    rule: 'what is held does not fall below zero',
    says: /lots_held/,
    drop: dropCheck('lots_held', 'lots'),
    given: inTurn(post(aGrant(3600), hold, settle), tx => sendRaw(tx, 'DROP INDEX transfers_pending')),
    breaks: post(release),
  },
  {
    rule: 'a settlement does not exceed its hold',
    says: 'settle-exceeds-hold',
    drop: check,
    given: post(aGrant(3600), hold),
    breaks: post({ ...settle, amount: amount(601) }),
  },
  {
    rule: 'a release frees the whole hold',
    says: 'settle-exceeds-hold',
    drop: check,
    given: post(aGrant(3600), hold),
    breaks: post({ ...release, amount: amount(599) }),
  },
  {
    rule: 'a settlement resolves a hold of its own lot',
    says: 'settle-exceeds-hold',
    drop: check,
    given: inTurn(
      anotherLot,
      post(aGrant(3600), hold, aGrant(3600, { id: 'trf_grant_2', destinationLotId: 'lot_2' })),
      post(aTransfer({ id: 'trf_hold_2', sourceLotId: 'lot_2', amount: 900 })),
    ),
    breaks: post({ ...settle, sourceLotId: 'lot_2' }),
  },
  {
    rule: 'reversals do not exceed what they reverse',
    says: 'reversal-exceeds-original',
    drop: check,
    given: post(aGrant(3600), otherUse, hold, settle, reversal('trf_back', 'trf_settle', 300)),
    breaks: post(reversal('trf_back_2', 'trf_settle', 201)),
  },
  {
    rule: 'a reversal is not reversed',
    says: 'reversal-of-reversal',
    drop: check,
    given: post(aGrant(3600), hold, settle, reversal('trf_back', 'trf_settle', 300)),
    breaks: post(reversal('trf_forth', 'trf_back', 100)),
  },
  {
    rule: 'a hold is not reversed',
    says: 'reversal-of-reversal',
    drop: check,
    given: post(aGrant(3600), otherUse, hold),
    breaks: post(reversal('trf_back', 'trf_hold', 100)),
  },
  {
    rule: 'a closed period takes no row',
    says: 'period-closed',
    drop: check,
    given: inTurn(post(aGrant(3600)), setPeriod('closed')),
    breaks: post(aTransfer({ id: 'trf_late', op: 'post', kind: 'use', amount: 60 })),
  },
  {
    rule: 'a period that is being closed takes no new hold',
    says: 'period-closed',
    drop: check,
    given: inTurn(post(aGrant(3600)), setPeriod('soft_closed')),
    breaks: post(hold),
  },
  {
    rule: 'nothing is carried into a closed period',
    says: 'period-closed',
    drop: check,
    given: inTurn(nextPeriodsLot, setPeriod('closed'), async tx => {
      await tx.q
        .insert(tx.t.transfers)
        .values(aGrant(3600, { destinationLotId: 'lot_next', periodId: 'prd_2' }))
    }),
    breaks: post(
      aTransfer({
        id: 'trf_carry',
        op: 'post',
        kind: 'carry',
        periodId: 'prd_2',
        sourceLotId: 'lot_next',
        destinationLotId: 'lot_1',
        amount: 60,
      }),
    ),
  },
  {
    rule: 'accounts of two ledgers exchange nothing',
    says: 'ledger-mismatch',
    drop: check,
    given: inTurn(foreignLot, post(aGrant(3600))),
    breaks: post(
      aTransfer({ id: 'trf_out', op: 'post', kind: 'suballocate', destinationLotId: 'lot_3', amount: 60 }),
    ),
  },
  {
    rule: 'the period of the lot that pays is the period of the row',
    says: 'ledger-mismatch',
    drop: check,
    given: inTurn(nextPeriodsLot, post(aGrant(3600))),
    breaks: post({ ...hold, periodId: 'prd_2' }),
  },
  {
    rule: 'a grant names the period of the lot that gets it',
    says: 'ledger-mismatch',
    drop: check,
    given: nextPeriodsLot,
    breaks: post(aGrant(3600, { periodId: 'prd_2' })),
  },
  {
    rule: 'a hold gives nothing to another lot',
    says: /transfers_shape/,
    drop: check,
    given: inTurn(anotherLot, post(aGrant(3600))),
    breaks: post({ ...hold, destinationLotId: 'lot_2' }),
  },
  {
    rule: 'a kind that no column stands for is refused',
    says: /transfers_shape/,
    drop: check,
    given: post(aGrant(3600)),
    breaks: post(aTransfer({ id: 'trf_gift', op: 'post', kind: 'gift', amount: 60 })),
  },
  {
    rule: 'an amount is more than nothing',
    says: /transfers_amount/,
    drop: dropCheck('transfers_amount', 'transfers'),
    breaks: post({ ...hold, amount: amount(0) }),
  },
  {
    rule: 'only a settlement or a release resolves',
    says: /transfers_resolution/,
    drop: dropCheck('transfers_resolution', 'transfers'),
    given: post(aGrant(3600)),
    breaks: post(aTransfer({ id: 'trf_settle', op: 'settle', amount: 60 })),
  },
  {
    rule: 'a balance is not written by hand',
    says: /lots_moved_by_transfer/,
    drop: moved,
    given: post(aGrant(3600)),
    breaks: setLot({ granted: 7200 as Amount }),
  },
  {
    rule: 'a balance is not written by hand in the name of an older transfer',
    says: /lots_moved_by_transfer/,
    drop: moved,
    given: post(aGrant(3600), hold),
    breaks: setLot({ granted: 7200 as Amount, lastTransferId: 'trf_grant' }),
  },
  {
    rule: 'a lot does not forget the transfer that moved it last',
    says: /lots_moved_by_transfer/,
    drop: moved,
    given: post(aGrant(3600)),
    breaks: setLot({ lastTransferId: null }),
  },
  {
    rule: 'a lot begins empty',
    says: /lots_begin_empty/,
    drop: dropTrigger('lots_begin_empty', 'lots'),
    breaks: async tx => {
      await tx.q.insert(tx.t.lots).values(aLot({ id: 'lot_rich', kind: 'supplement', granted: amount(3600) }))
    },
  },
  {
    rule: 'a lot belongs to the ledger of its account and period',
    says: /lots_one_ledger/,
    drop: dropTrigger('lots_one_ledger', 'lots'),
    given: foreignLot,
    breaks: async tx => {
      await tx.q.insert(tx.t.lots).values(aLot({ id: 'lot_mixed', accountId: 'acc_3' }))
    },
  },
  {
    rule: 'a lot does not change hands',
    says: /lots_one_ledger/,
    drop: dropTrigger('lots_one_ledger', 'lots', 'lots_one_ledger_update'),
    given: async tx => {
      await tx.q.insert(tx.t.accounts).values(anAccount({ id: 'acc_2', holderId: 'prj_2' }))
    },
    breaks: setLot({ accountId: 'acc_2' }),
  },
  {
    rule: 'a closed period stays closed',
    says: /periods_close_once/,
    drop: dropTrigger('periods_close_once', 'periods'),
    given: setPeriod('closed'),
    breaks: setPeriod('open'),
  },
  {
    rule: 'a period does not close over an open hold',
    says: /periods_close_once/,
    drop: dropTrigger('periods_close_once', 'periods'),
    given: post(aGrant(3600), hold),
    breaks: setPeriod('closed'),
  },
]

tryGuards(t, trials)
