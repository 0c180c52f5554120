import type { Browser } from 'playwright-core'
import type { BookingRow } from '../../src/store/bookings/rows.ts'
import { instant } from '../../src/domain/units.ts'
import { aReader, type Reader, type Screen } from '../support/browser.ts'
import type { LabOptions } from '../support/lab.ts'
import type { Scope } from '../support/scope.ts'
import { aStage, openAlways, type Stage } from '../support/stage.ts'

export const INSTRUMENTS = ['质谱仪一号', '质谱仪二号', '质谱仪三号', '核磁共振 400M'] as const

/** The researcher's login on these stages. */
export const researcher = 'r-1001'

/** A stage with a researcher who may book any hour of four instruments. */
export async function aBookableStage(t: Scope, options: LabOptions = {}): Promise<Stage> {
  const { rules, ...others } = options
  const stage = await aStage(t, {
    instruments: INSTRUMENTS,
    pool: 'one',
    rules: { ...openAlways, ...rules },
    ...others,
  })
  await stage.letIn(stage.lab.member.researcher, researcher)
  return stage
}

export const bookingsOf = async ({ lab }: Stage): Promise<BookingRow[]> => {
  const { q, t: tables } = lab.context.db.read
  return q.select().from(tables.bookings)
}

/** The bookings that stand. */
export const liveBookingsOf = async (stage: Stage): Promise<BookingRow[]> =>
  (await bookingsOf(stage)).filter(row => row.live)

/** From hour to hour on a day so many days from today. */
export const span = ({ hour }: Stage, days: number, from: number, to: number) => ({
  start: instant(Date.parse(hour(days, from))),
  end: instant(Date.parse(hour(days, to))),
})

interface Seat {
  readonly path: string
  readonly screen?: Screen
  readonly login?: string
}

/** A browser in which somebody has logged in, the researcher if not said otherwise, on a page. */
export async function aResearcherAt(browser: Browser, stage: Stage, seat: Seat): Promise<Reader> {
  const reader = await aReader(browser, stage.address, seat.screen)
  await stage.enter(reader.browser, seat.login ?? researcher)
  await reader.page.goto(seat.path)
  return reader
}

/** Presses what is named, with a finger where the screen is touched. */
export const press = (screen: Screen, target: ReturnType<Reader['page']['getByRole']>) =>
  screen.touch === true ? target.tap() : target.click()
