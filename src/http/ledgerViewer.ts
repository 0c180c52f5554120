import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import type { LedgerViewer } from '../domain/ledger/viewing.ts'
import { todayOf } from '../operations/perform.ts'
import { ledgerViewer } from '../store/ledger/viewer.ts'
import { callerOf } from './plugins/actor.ts'

/** Whoever asks, as the ledgers judge who may see what. */
export const ledgerViewerOf = (context: Context, request: FastifyRequest): Promise<LedgerViewer> =>
  ledgerViewer(context.db.read, { personId: callerOf(request).personId, day: todayOf(context) })
