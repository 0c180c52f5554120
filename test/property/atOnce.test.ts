import fc from 'fast-check'
import t from 'tap'
import { testContext } from '../support/context.ts'
import { ENGINES } from '../support/engines.ts'
import { withScope } from '../support/scope.ts'
import { soakFactor, soakSeed } from '../support/soak.ts'
import { commandLists } from './commands.ts'
import { checkInvariants } from './invariants.ts'
import { shapes } from './shape.ts'
import { playAtOnce } from './playAtOnce.ts'
import { firstGrants, furnishWorld } from './world.ts'

const worldsMax = Math.ceil(60 * soakFactor)

t.setTimeout(3_600_000)

for (const engine of ENGINES) {
  t.test(
    `${engine}: whatever is asked at once, the books balance and nothing overlaps`,
    { timeout: 3_600_000 },
    async t => {
      let carriedOut = 0
      const property = fc.asyncProperty(shapes, commandLists, async (shape, commands) =>
        withScope(async scope => {
          const context = await testContext(scope, engine, shape.now)
          const world = await furnishWorld(context, shape)
          for (const command of firstGrants(shape)) await playAtOnce(world, [command])
          await playAtOnce(world, commands)
          await checkInvariants(context)
          carriedOut += commands.length
        }),
      )
      await fc.assert(property, { seed: soakSeed, numRuns: worldsMax })
      t.comment(`seed ${soakSeed}: ${carriedOut} commands, some at once`)
      t.ok(carriedOut > 0)
    },
  )
}
