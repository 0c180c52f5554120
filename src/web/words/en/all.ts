import { alliance } from './alliance.ts'
import { board } from './board.ts'
import { booking } from './booking.ts'
import { books } from './books.ts'
import { common } from './common.ts'
import { find } from './find.ts'
import { frame } from './frame.ts'
import { home } from './home.ts'
import { hosted } from './hosted.ts'
import { instrument } from './instrument.ts'
import { login } from './login.ts'
import { manage } from './manage.ts'
import { outages } from './outages.ts'
import { people } from './people.ts'
import { policyEditor } from './policyEditor.ts'
import { pools } from './pools.ts'
import { quota } from './quota.ts'
import { runs } from './runs.ts'
import { scenarios } from './scenarios.ts'
import { setup } from './setup.ts'
import { site } from './site.ts'
import { statement } from './statement.ts'
import { techniques } from './techniques.ts'
import { timeline } from './timeline.ts'
import { utilization } from './utilization.ts'

/** Every text of the page in this language, by area. */
export const words = {
  alliance,
  board,
  booking,
  books,
  common,
  find,
  frame,
  home,
  hosted,
  instrument,
  login,
  manage,
  outages,
  people,
  policyEditor,
  pools,
  quota,
  runs,
  scenarios,
  setup,
  site,
  statement,
  techniques,
  timeline,
  utilization,
}
