import type { Page, Request } from 'playwright-core'

const stepMilliseconds = 20
const quietMilliseconds = 80
const patienceMilliseconds = 15_000

/** Watches what a page asks of the server; gives a wait for the moment when all of it has come. */
export function trafficOf(page: Page): () => Promise<void> {
  const open = new Set<unknown>()
  page.on('request', request => {
    // The stream of what happens elsewhere never ends.
    if (request.headers()['accept'] !== 'text/event-stream') open.add(request)
  })
  page.on('requestfinished', request => open.delete(request))
  page.on('requestfailed', request => open.delete(request))
  return async () => {
    let quiet = 0
    for (let waited = 0; quiet < quietMilliseconds; waited += stepMilliseconds) {
      await page.waitForTimeout(stepMilliseconds)
      quiet = open.size === 0 ? quiet + stepMilliseconds : 0
      if (waited > patienceMilliseconds) throw new Error('the page asks for ever')
    }
  }
}

const code = 'version-stale'
const said = 'Somebody else was first, in a sentence that is long enough to need a second line on a phone.'
const refusal = {
  type: `/problems/${code}`,
  title: said,
  status: 409,
  detail: said,
  instance: '/',
  requestId: 'req_1',
  refusals: [{ code, message: said, mayLift: ['lab-manager'] }],
}

/** Answers every write with a refusal, so that any button may be pressed; trials go through. */
export async function refuseWrites(page: Page): Promise<void> {
  await page.route('**/api/v1/**', route => {
    const request = route.request()
    if (!isWrite(request) || /[?&]dryRun=true/u.test(request.url())) return route.fallback()
    const body = JSON.stringify(refusal)
    return route.fulfill({ status: 409, contentType: 'application/problem+json', body })
  })
}

/** Lets the server decide about every write and keep nothing of it. */
export async function tryWrites(page: Page): Promise<void> {
  await page.route('**/api/v1/**', route => {
    const request = route.request()
    // A log-in is no write that could be tried.
    if (!isWrite(request) || request.url().endsWith('/sessions')) return route.fallback()
    const url = new URL(request.url())
    url.searchParams.set('dryRun', 'true')
    return route.continue({ url: url.href })
  })
}

const isWrite = (request: Request) =>
  !['GET', 'HEAD'].includes(request.method()) && !request.url().endsWith('/refresh')
