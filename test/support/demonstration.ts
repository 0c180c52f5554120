import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { type Demonstration, furnishDemonstration } from '../../src/cli/demo/furnish.ts'
import { instant } from '../../src/domain/units.ts'
import { buildApp } from '../../src/http/app.ts'
import { idsFrom } from '../../src/identifiers.ts'
import { keepSigningKeyFresh } from '../../src/operations/signingKeys.ts'
import type { Database } from '../../src/store/database.ts'
import { openForServer } from '../../src/store/open.ts'

const seed = 20_260_101

/** The demonstration as it looks today, served with its page. */
export interface ServedDemonstration extends Demonstration {
  readonly address: string
  readonly db: Database
  readonly close: () => Promise<void>
}

export async function serveDemonstration(): Promise<ServedDemonstration> {
  const home = mkdtempSync(`${tmpdir()}/jishi-demonstration-`)
  const url = `file:${home}/demo.db`
  const db = await openForServer(url, 'unsynced')
  const started = instant(Math.floor(performance.timeOrigin))
  let now = started
  const clock = { now: () => now, moveTo: (at: number) => void (now = instant(at)) }
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const context = { db, clock, zone: 'Asia/Shanghai', newId: idsFrom(clock), log, url }
  const made = await furnishDemonstration(context, { seed, until: started })
  clock.moveTo(started)
  await keepSigningKeyFresh(context)
  const { accounts, scenarios } = made
  const app = await buildApp(context, {
    loginAttemptsMax: 1_000_000,
    trustProxy: false,
    processMetrics: false,
    demo: { accounts: [...accounts], scenarios: [...scenarios] },
  })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const close = async () => {
    await app.close()
    await db.close()
    rmSync(home, { recursive: true })
  }
  return { ...made, address, db, close }
}
