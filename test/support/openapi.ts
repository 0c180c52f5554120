import { writeFileSync } from 'node:fs'
import openApiTypes, { astToString } from 'openapi-typescript'
import { buildApp } from '../../src/http/app.ts'
import type { OpenApi } from '../../src/http/plugins/openapi.ts'
import { idsFrom } from '../../src/identifiers.ts'
import type { Database } from '../../src/store/database.ts'
import { at, fakeClock } from './clock.ts'

/** The committed copy, in which a change of the API shows in review. */
export const committedCopy = new URL('../../docs/openapi.json', import.meta.url)

/** The same as types, by which the page's client is checked. */
export const committedTypes = new URL('../../docs/openapi.d.ts', import.meta.url)

/** The description of all routes as it is written to the copy; no database is asked for it. */
export async function openApiText(): Promise<string> {
  const clock = fakeClock(at('2026-03-02T08:00+08:00'))
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const context = { db: {} as Database, clock, zone: 'Asia/Shanghai', newId: idsFrom(clock), log: quiet }
  const app = await buildApp(context, { loginAttemptsMax: 1, trustProxy: false, processMetrics: false })
  await app.ready()
  const document: OpenApi = app.openApi()
  await app.close()
  return `${JSON.stringify(document, null, 2)}\n`
}

/** The types of requests and replies for a description. */
export const typesText = async (description: string): Promise<string> =>
  astToString(await openApiTypes(description))

if (import.meta.main) {
  const description = await openApiText()
  writeFileSync(committedCopy, description)
  writeFileSync(committedTypes, await typesText(description))
}
