import type { BrowserContext } from 'playwright-core'
import { instantText } from '../../src/contract/common.ts'
import type { PolicyRules } from '../../src/domain/policy.ts'
import { instant, plusSeconds, secondsPerDay, type TimeOfDay } from '../../src/domain/units.ts'
import { dayBounds, localDay } from '../../src/domain/zone.ts'
import { buildApp } from '../../src/http/app.ts'
import { addKey, givePassword } from '../../src/operations/people.ts'
import { type Actor, SYSTEM } from '../../src/operations/perform.ts'
import { keepSigningKeyFresh } from '../../src/operations/signingKeys.ts'
import { somePassword } from './http.ts'
import { aLab, type Lab, type LabOptions } from './lab.ts'
import type { Scope } from './scope.ts'

const zone = 'Asia/Shanghai'
const settings = { loginAttemptsMax: 1_000_000, trustProxy: false, processMetrics: false }

/** Rules under which any hour of any day may be booked. */
export const openAlways: Partial<PolicyRules> = {
  opening: {
    weekly: ([1, 2, 3, 4, 5, 6, 7] as const).map(weekday => ({
      weekday,
      from: '00:00' as TimeOfDay,
      to: '24:00' as TimeOfDay,
    })),
    exceptions: [],
  },
}

/** A lab of today, served with its page, whose people log in with these names and `somePassword`. */
export interface Stage {
  readonly lab: Lab
  readonly address: string
  /** Ends the server, and starts it again at the same address. */
  readonly stop: () => Promise<void>
  readonly startAgain: () => Promise<void>
  /** The instant of an hour on a local day so many days from today, as the API writes it. */
  readonly hour: (days: number, hour: number) => string
  /** `2026-11-23` so many days from today. */
  readonly day: (days: number) => string
  /** Lets somebody log in; gives their login. */
  readonly letIn: (who: Actor, login: string) => Promise<string>
  /** Puts somebody's refresh cookie into a browser, as a log-in does; the tests of the log-in page type. */
  readonly enter: (browser: BrowserContext, login: string) => Promise<void>
}

/** Browsers live in the present, so that this lab does too; on the engine that comes with the house. */
export async function aStage(t: Scope, options: LabOptions = {}): Promise<Stage> {
  const now = instant(Math.floor(performance.timeOrigin + performance.now()))
  const midnight = (days: number) =>
    dayBounds(zone, localDay(zone, plusSeconds(now, days * secondsPerDay))).start
  const period = { start: instantText(midnight(-40), zone), end: instantText(midnight(330), zone) }
  const lab = await aLab(t, 'sqlite', { now, period, quota: 'tracked', ...options })
  await keepSigningKeyFresh(lab.context)
  let app = await buildApp(lab.context, settings)
  t.teardown(() => app.close())
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    lab,
    address,
    stop: () => app.close(),
    startAgain: async () => {
      app = await buildApp(lab.context, settings)
      await app.listen({ host: '127.0.0.1', port: Number(new URL(address).port) })
    },
    hour: (days, hour) => instantText(plusSeconds(midnight(days), hour * 3600), zone),
    day: days => localDay(zone, midnight(days)),
    letIn: async (who, login) => {
      const key = { login: { kind: 'staff-number', value: login } } as const
      await addKey(lab.context, SYSTEM, { id: who.personId, version: 1, key })
      const password = { id: who.personId, version: 2, password: somePassword }
      await givePassword(lab.context, SYSTEM, password)
      return login
    },
    enter: async (browser, login) => {
      const body = { login, password: somePassword }
      const answer = await browser.request.post(`${address}/api/v1/sessions`, { data: body })
      if (!answer.ok()) throw new Error(`${login} was not let in: ${answer.status()}`)
    },
  }
}
