import type { FastifyRequest } from 'fastify'
import {
  account,
  accountPage,
  accountQuery,
  statement,
  statementOnWire,
  statementQuery,
} from '../../contract/accounts.ts'
import { idParams } from '../../contract/common.ts'
import type { Context } from '../../context.ts'
import {
  accountsSeen,
  accountViewOf,
  type LedgerViewer,
  overseerOf,
  seesLedger,
} from '../../domain/ledger/viewing.ts'
import { refuse } from '../../domain/refusal.ts'
import { localDay, monthBounds } from '../../domain/zone.ts'
import { requireFound } from '../../operations/edits.ts'
import { recordLook } from '../../operations/ledger/look.ts'
import { sealLedger } from '../../operations/ledger/seal.ts'
import { type AccountInPlace, findAccount, listAccounts } from '../../store/ledger/accounts.ts'
import { readFigures } from '../../store/ledger/figures.ts'
import { findLedger } from '../../store/ledger/ledgers.ts'
import type { LedgerRow } from '../../store/ledger/lots.ts'
import { readStatement } from '../../store/ledger/statements.ts'
import { ledgerViewerOf } from '../ledgerViewer.ts'
import { callerOf } from '../plugins/actor.ts'
import { pageOf, pageOfQuery } from '../paging.ts'
import type { Routes } from '../plugins/shapes.ts'
import { presentAccount } from '../presenters/ledgers.ts'

const tags = ['accounts']

export const accountRoutes: Routes = (app, context) => {
  listRoute(app, context)
  showRoute(app, context)
  statementRoute(app, context)
}

const listRoute: Routes = (app, context) => {
  app.get(
    '/accounts',
    {
      schema: {
        operationId: 'listAccounts',
        summary: 'List the accounts of a ledger with their balances, as far as one may see them',
        tags,
        querystring: accountQuery,
        response: { 200: accountPage },
      },
    },
    async request => {
      const { limit, ledgerId } = request.query
      const { read } = context.db
      const viewer = await ledgerViewerOf(context, request)
      const ledger = requireFound(await findLedger(read, ledgerId), 'ledger', ledgerId)
      if (!seesLedger(viewer, ledger.allianceId)) refuse({ code: 'not-found', noun: 'ledger', id: ledgerId })
      const of = accountsSeen(viewer, ledger.allianceId)
      const page = { ...pageOfQuery(request.query), ledgerId }
      const accounts = await listAccounts(read, of === 'all' ? page : { ...page, of })
      await noteLook(context, request, { viewer, ledger, noun: 'ledger', nounId: ledgerId })
      const { items, nextCursor } = pageOf(accounts, limit, row => row)
      const seen = await figuresOf(context, viewer, { ledger, accounts: items })
      return { items: seen.map(each => presentAccount(each, ledger)), nextCursor }
    },
  )
}

const showRoute: Routes = (app, context) => {
  app.get(
    '/accounts/:id',
    {
      schema: {
        operationId: 'getAccount',
        summary: 'Show an account: granted, available, held, used, forfeited, expired, carried of each lot',
        tags,
        params: idParams,
        response: { 200: account },
      },
    },
    async request => {
      const { viewer, found, ledger } = await seenAccount(context, request, request.params.id)
      await noteLook(context, request, { viewer, ledger, noun: 'account', nounId: found.id })
      const [seen] = await figuresOf(context, viewer, { ledger, accounts: [found] })
      return presentAccount(requireFound(seen, 'account', found.id), ledger)
    },
  )
}

const statementRoute: Routes = (app, context) => {
  app.get(
    '/accounts/:id/statement',
    {
      schema: {
        operationId: 'getStatement',
        summary: 'Show what moved an account, so that it can be proved offline',
        description:
          'Rows of others appear as digests; ' +
          '`verifyStatement` and docs/ledger-format.md say how to prove it.',
        tags,
        params: idParams,
        querystring: statementQuery,
        response: { 200: statement },
      },
    },
    async request => {
      const { viewer, found, view, ledger } = await seenAccount(context, request, request.params.id)
      await noteLook(context, request, { viewer, ledger, noun: 'statement', nounId: found.id })
      await sealLedger(context, ledger.id)
      const question = { account: found, view, institutionIds: viewer.adminOf, ...request.query }
      const read = await context.db.snapshot(reader => readStatement(reader, question))
      if (read === undefined) refuse({ code: 'invalid-value', field: 'afterSeq', fault: 'out-of-range' })
      return statementOnWire(read)
    },
  )
}

async function seenAccount(context: Context, request: FastifyRequest, id: string) {
  const { read } = context.db
  const found = requireFound(await findAccount(read, id), 'account', id)
  const viewer = await ledgerViewerOf(context, request)
  const view = accountViewOf(viewer, found)
  if (view === undefined) refuse({ code: 'not-found', noun: 'account', id })
  const ledger = requireFound(await findLedger(read, found.ledgerId), 'ledger', found.ledgerId)
  return { viewer, found, view, ledger }
}

const figuresOf = (
  context: Context,
  viewer: LedgerViewer,
  of: { readonly ledger: LedgerRow; readonly accounts: readonly AccountInPlace[] },
) => {
  const { zone } = of.ledger
  const monthStart = monthBounds(zone, localDay(zone, context.clock.now())).start
  return readFigures(context.db.read, { accounts: of.accounts, viewer, monthStart })
}

interface Look {
  readonly viewer: LedgerViewer
  readonly ledger: LedgerRow
  readonly noun: 'account' | 'ledger' | 'statement'
  readonly nounId: string
}

/** Who may see everything is seen looking. */
async function noteLook(context: Context, request: FastifyRequest, look: Look) {
  const { viewer, ledger, noun, nounId } = look
  const actedAs = overseerOf(viewer, { allianceId: ledger.allianceId })
  if (actedAs === undefined) return
  await recordLook(context, { personId: callerOf(request).personId }, { noun, nounId, actedAs })
}
