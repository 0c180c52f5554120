import { booking } from './booking.ts'
import { common } from './common.ts'
import { find } from './find.ts'
import { frame } from './frame.ts'
import { home } from './home.ts'
import { instrument } from './instrument.ts'
import { login } from './login.ts'
import { quota } from './quota.ts'
import { scenarios } from './scenarios.ts'
import { setup } from './setup.ts'
import { statement } from './statement.ts'
import { techniques } from './techniques.ts'
import { timeline } from './timeline.ts'

/** What everybody may come to read in this language, by area. */
export const words = {
  booking,
  common,
  find,
  frame,
  home,
  instrument,
  login,
  quota,
  scenarios,
  setup,
  statement,
  techniques,
  timeline,
}
