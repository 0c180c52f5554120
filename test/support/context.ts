import type { Context, Log } from '../../src/context.ts'
import type { Instant } from '../../src/domain/units.ts'
import { idsFrom } from '../../src/identifiers.ts'
import type { Engine } from '../../src/store/database.ts'
import { at, fakeClock, type FakeClock } from './clock.ts'
import { openTestDatabase } from './engines.ts'
import type { Scope } from './scope.ts'

export interface TestContext extends Context {
  readonly clock: FakeClock
  readonly url: string
}

/** A Monday in no holiday, eight in the morning in China. */
const someMonday = at('2026-03-02T08:00+08:00')

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/**
 * What operations are handed, on a fresh database, with a clock that the test moves and a log that says
 * nothing.
 */
export async function testContext(t: Scope, engine: Engine, now: Instant = someMonday): Promise<TestContext> {
  const { db, url } = await openTestDatabase(t, engine)
  const clock = fakeClock(now)
  return { db, url, clock, zone: 'Asia/Shanghai', newId: idsFrom(clock), log: silent }
}
