import fc from 'fast-check'
import t from 'tap'
import { ENGINES } from '../support/engines.ts'
import { testContext } from '../support/context.ts'
import { withScope } from '../support/scope.ts'
import { soakFactor, soakSeed } from '../support/soak.ts'
import { commandLists } from './commands.ts'
import { checkInvariants } from './invariants.ts'
import { compareWhole, play, type Tally } from './play.ts'
import { shapes } from './shape.ts'
import { firstGrants, furnishWorld } from './world.ts'

const commandsWanted = Math.ceil(20_000 * soakFactor)
/** A list holds half a hundred on average. */
const worldsMax = Math.ceil(commandsWanted / 40)

t.setTimeout(3_600_000)

for (const engine of ENGINES) {
  t.test(
    `${engine}: the books and the calendar do what the rules say in words`,
    { timeout: 3_600_000 },
    async t => {
      const tally: Tally = new Map()
      let carriedOut = 0
      const property = fc.asyncProperty(shapes, commandLists, async (shape, commands) =>
        withScope(async scope => {
          const context = await testContext(scope, engine, shape.now)
          const world = await furnishWorld(context, shape)
          for (const command of firstGrants(shape)) await play(world, command, new Map())
          for (const command of commands) await play(world, command, tally)
          await compareWhole(world)
          await checkInvariants(context)
          carriedOut += commands.length
        }),
      )
      await fc.assert(property, { seed: soakSeed, numRuns: worldsMax, endOnFailure: false })
      t.comment(
        `seed ${soakSeed}: ${carriedOut} commands; ${[...tally]
          .map(each => each.join(' '))
          .toSorted()
          .join(', ')}`,
      )
      t.ok(carriedOut >= commandsWanted)
    },
  )
}
