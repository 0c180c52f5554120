import { instant } from '../../src/domain/units.ts'
import { buildApp } from '../../src/http/app.ts'
import { keepSigningKeyFresh } from '../../src/operations/signingKeys.ts'
import { offerSetup } from '../../src/operations/setup.ts'
import { type TestContext, testContext } from './context.ts'
import type { Scope } from './scope.ts'

/** A site of today in which nobody has been entered, served with its page. */
export interface NewSite {
  readonly context: TestContext
  readonly address: string
  /** The one-time link that the server prints, without the address. */
  readonly link: string
}

export async function aNewSite(t: Scope): Promise<NewSite> {
  const now = instant(Math.floor(performance.timeOrigin + performance.now()))
  const context = await testContext(t, 'sqlite', now)
  await keepSigningKeyFresh(context)
  const settings = { loginAttemptsMax: 1_000_000, trustProxy: false, processMetrics: false }
  const app = await buildApp(context, settings)
  t.teardown(() => app.close())
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const token = await offerSetup(context)
  return { context, address, link: `/setup?token=${token}` }
}
