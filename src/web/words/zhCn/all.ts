import { booking } from './booking.ts'
import { common } from './common.ts'
import { find } from './find.ts'
import { frame } from './frame.ts'
import { home } from './home.ts'
import { instrument } from './instrument.ts'
import { login } from './login.ts'
import { scenarios } from './scenarios.ts'
import { statement } from './statement.ts'
import { timeline } from './timeline.ts'

/** Every text of the page in this language, by area. */
export const words = { booking, common, find, frame, home, instrument, login, scenarios, statement, timeline }
