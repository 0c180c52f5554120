import { sql } from 'drizzle-orm'
import type { Identified, Kit } from '../kit.ts'
import type { allianceTables } from './alliances.ts'

/**
 * The quota ledger. Every unit stands in exactly one column of one lot; every move is one append-only
 * transfer, and a trigger moves the lot's columns, so that the balance cannot differ from the rows.
 */
export const ledgerTables = (kit: Kit, refs: ReturnType<typeof allianceTables>) => {
  const ledgers = ledgersTable(kit, refs.alliances)
  const periods = periodsTable(kit, ledgers)
  const accounts = accountsTable(kit, ledgers)
  const lots = lotsTable(kit, ledgers, accounts, periods)
  const transfers = transfersTable(kit, ledgers, periods, lots)
  const seals = sealsTable(kit, ledgers, transfers)
  return { ledgers, periods, accounts, lots, transfers, seals }
}

const ledgersTable = (kit: Kit, alliances: Identified) =>
  kit.table(
    'ledgers',
    {
      id: kit.text('id').primaryKey(),
      allianceId: kit.refersTo('alliance_id', alliances),
      resourceClass: kit.text('resource_class').notNull(),
      /** second | cage-day | sample */
      unit: kit.text('unit').notNull(),
      zone: kit.text('zone').notNull(),
      /** Members without an account of their own draw on the alliance's reserve. */
      pooled: kit.flag('pooled').notNull(),
      createdAt: kit.instant('created_at').notNull(),
    },
    t => [kit.uniqueIndex('ledgers_once').on(t.allianceId, t.resourceClass, t.unit)],
  )

const periodsTable = (kit: Kit, ledgers: Identified) =>
  kit.table(
    'periods',
    {
      id: kit.text('id').primaryKey(),
      ledgerId: kit.refersTo('ledger_id', ledgers),
      name: kit.text('name').notNull(),
      startsAt: kit.instant('starts_at').notNull(),
      endsAt: kit.instant('ends_at').notNull(),
      /** open | soft_closed | closed */
      state: kit.text('state').notNull(),
    },
    t => [
      kit.uniqueIndex('periods_start').on(t.ledgerId, t.startsAt),
      kit.check('periods_span', 'starts_at < ends_at'),
    ],
  )

const accountsTable = (kit: Kit, ledgers: Identified) =>
  kit.table(
    'accounts',
    {
      id: kit.text('id').primaryKey(),
      ledgerId: kit.refersTo('ledger_id', ledgers),
      /** reserve | institution | group | project | external */
      holderKind: kit.text('holder_kind').notNull(),
      holderId: kit.text('holder_id').notNull(),
      createdAt: kit.instant('created_at').notNull(),
    },
    t => [kit.uniqueIndex('accounts_holder').on(t.ledgerId, t.holderKind, t.holderId)],
  )

const lotsTable = (kit: Kit, ledgers: Identified, accounts: Identified, periods: Identified) =>
  kit.table(
    'lots',
    {
      id: kit.text('id').primaryKey(),
      ledgerId: kit.refersTo('ledger_id', ledgers),
      accountId: kit.refersTo('account_id', accounts),
      periodId: kit.refersTo('period_id', periods),
      /** base | carry | supplement | advance | tracked | debt */
      kind: kit.text('kind').notNull(),
      validFrom: kit.instant('valid_from').notNull(),
      validTo: kit.instant('valid_to').notNull(),
      bounded: kit.flag('bounded').notNull(),
      overdraft: kit.amount('overdraft').notNull(),
      granted: kit.amount('granted').notNull(),
      held: kit.amount('held').notNull(),
      used: kit.amount('used').notNull(),
      forfeited: kit.amount('forfeited').notNull(),
      expired: kit.amount('expired').notNull(),
      carried: kit.amount('carried').notNull(),
      lastTransferId: kit.text('last_transfer_id'),
    },
    t => [
      kit.uniqueIndex('lots_once').on(t.accountId, t.periodId, t.kind),
      kit.index('lots_ledger').on(t.ledgerId),
      kit.check(
        'lots_available',
        'not bounded or granted - held - used - forfeited - expired - carried + overdraft >= 0',
      ),
      kit.check('lots_held', 'held >= 0'),
      kit.check('lots_used', 'used >= 0 and forfeited >= 0 and expired >= 0 and carried >= 0'),
      kit.check('lots_granted', 'granted >= 0'),
    ],
  )

const transfersTable = (kit: Kit, ledgers: Identified, periods: Identified, lots: Identified) =>
  kit.table(
    'transfers',
    {
      id: kit.text('id').primaryKey(),
      ledgerId: kit.refersTo('ledger_id', ledgers),
      periodId: kit.refersTo('period_id', periods),
      /** post | hold | settle | release */
      op: kit.text('op').notNull(),
      /** grant | suballocate | use | forfeit | overrun | reversal | expire */
      kind: kit.text('kind').notNull(),
      sourceLotId: kit.text('source_lot_id').references(() => lots.id),
      destinationLotId: kit.text('destination_lot_id').references(() => lots.id),
      amount: kit.amount('amount').notNull(),
      /** The hold that a settle or release resolves: each at most once. */
      pendingId: kit.text('pending_id'),
      reversalOf: kit.text('reversal_of'),
      batchId: kit.text('batch_id'),
      bookingId: kit.text('booking_id'),
      leg: kit.count('leg'),
      revision: kit.count('revision'),
      effectiveAt: kit.instant('effective_at').notNull(),
      recordedAt: kit.instant('recorded_at').notNull(),
      actorId: kit.text('actor_id').notNull(),
      reason: kit.text('reason'),
      documentNumber: kit.text('document_number'),
      salt: kit.text('salt').notNull(),
      digest: kit.text('digest').notNull(),
    },
    t => [
      kit.uniqueIndex('transfers_pending').on(t.pendingId),
      kit.uniqueIndex('transfers_once').on(t.bookingId, t.leg, t.op, t.kind, t.revision),
      kit.index('transfers_ledger').on(t.ledgerId, t.recordedAt, t.id),
      kit.index('transfers_reversal').on(t.reversalOf),
      // Only what is granted has a paper behind it: bookings write nothing here.
      kit
        .index('transfers_document')
        .on(t.ledgerId, t.documentNumber)
        .where(sql`document_number is not null`),
      kit.index('transfers_source').on(t.sourceLotId, t.id),
      kit.index('transfers_destination').on(t.destinationLotId, t.id),
      kit.check('transfers_amount', "amount > 0 or (amount = 0 and op = 'settle')"),
      kit.check('transfers_resolution', "(op in ('settle', 'release')) = (pending_id is not null)"),
      kit.check('transfers_reversal', "(kind = 'reversal') = (reversal_of is not null)"),
    ],
  )

/** The chain over a ledger's transfers: gap-free, appended by the sealer. */
const sealsTable = (kit: Kit, ledgers: Identified, transfers: Identified) =>
  kit.table(
    'seals',
    {
      ledgerId: kit.refersTo('ledger_id', ledgers),
      seq: kit.count('seq').notNull(),
      transferId: kit.refersTo('transfer_id', transfers),
      hash: kit.text('hash').notNull(),
    },
    t => [
      kit.primaryKey({ columns: [t.ledgerId, t.seq] }),
      kit.uniqueIndex('seals_transfer').on(t.transferId),
      kit.check('seals_seq', 'seq >= 1'),
    ],
  )
