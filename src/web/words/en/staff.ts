import { account } from './account.ts'
import { alliance } from './alliance.ts'
import { board } from './board.ts'
import { books } from './books.ts'
import { hosted } from './hosted.ts'
import { manage } from './manage.ts'
import { outages } from './outages.ts'
import { people } from './people.ts'
import { policyEditor } from './policyEditor.ts'
import { pools } from './pools.ts'
import { runs } from './runs.ts'
import { site } from './site.ts'
import { utilization } from './utilization.ts'

/** What those who run something read besides. */
export const staffWords = {
  account,
  alliance,
  board,
  books,
  hosted,
  manage,
  outages,
  people,
  policyEditor,
  pools,
  runs,
  site,
  utilization,
}
