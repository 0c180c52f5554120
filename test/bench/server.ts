/**
 * The server of the HTTP bench, a process of its own so that the load costs it nothing: the whole app on a
 * SQLite file, and beside it a route that has the same plugins, hooks and shapes and does nothing.
 */
import { booking, bookingDraft } from '../../src/contract/bookings.ts'
import { etagOf } from '../../src/contract/common.ts'
import { buildApp } from '../../src/http/app.ts'
import type { App } from '../../src/http/plugins/shapes.ts'
import { keepSigningKeyFresh } from '../../src/operations/signingKeys.ts'
import { openForServer } from '../../src/store/open.ts'
import { benchContext, furnishSite, type ServerReady } from './site.ts'

const settings = { loginAttemptsMax: 1_000_000, trustProxy: false, processMetrics: false }
const [url = ''] = process.argv.slice(2)

const db = await openForServer(url)
const context = benchContext(db)
const site = await furnishSite(context, { instruments: 200, researchers: 2000 })
await keepSigningKeyFresh(context)
const app = await buildApp(context, settings)
await app.register(async (api: App) => doNothing(api), { prefix: '/api/v1' })
const address = await app.listen({ host: '127.0.0.1', port: 0 })
const tokens: string[] = []
for (const { personId } of site.researchers) {
  tokens.push(await app.accessTokenFor({ personId, sessionId: 'ses_bench' }))
}

process.on('message', word => {
  if (word === 'stop') void stop()
  else process.send?.(process.cpuUsage())
})
process.send?.({ address, site, tokens } satisfies ServerReady)

async function stop() {
  await app.close()
  await db.close()
  process.disconnect?.()
}

function doNothing(api: App) {
  api.post(
    '/nothing',
    {
      schema: {
        operationId: 'doNothing',
        summary: 'Reads a booking draft and answers with a booking',
        tags: ['bench'],
        body: bookingDraft,
        response: { 201: booking },
      },
    },
    async (_, reply) => reply.code(201).header('etag', etagOf(1)).send(someBooking),
  )
}

/** As long as a booking's reply is. */
const someBooking = {
  id: 'bkg_01m6rr2p5sz4wkv0q3m2d8c9e1',
  instrumentId: 'itm_01m6rr2p5sz4wkv0q3m2d8c9e1',
  places: 1,
  start: '2026-03-02T08:00:00+08:00',
  end: '2026-03-02T08:15:00+08:00',
  occupiedUntil: '2026-03-02T08:15:00+08:00',
  state: 'confirmed' as const,
  kind: 'use',
  person: { id: 'psn_01m6rr2p5sz4wkv0q3m2d8c9e1', name: '某人' },
  bookedById: 'psn_01m6rr2p5sz4wkv0q3m2d8c9e1',
  institutionId: 'ins_01m6rr2p5sz4wkv0q3m2d8c9e1',
  groupId: 'grp_01m6rr2p5sz4wkv0q3m2d8c9e1',
  projectId: 'prj_01m6rr2p5sz4wkv0q3m2d8c9e1',
  projectCode: 'P1',
  allianceId: 'all_01m6rr2p5sz4wkv0q3m2d8c9e1',
  agreementId: null,
  quota: 'tracked' as const,
  priceCategory: 'member',
  estimatedCost: null,
  title: '样品 42',
  details: {},
  overrideReason: null,
  expiresAt: null,
  checkedInAt: null,
  checkedOutAt: null,
  endedAt: null,
  cancelledLate: false,
  decisionReason: null,
  version: 1,
  createdAt: '2026-03-01T08:00:00+08:00',
}
