import fc from 'fast-check'
import t from 'tap'
import { Refused } from '../../src/domain/refusal.ts'
import { testContext } from '../support/context.ts'
import { ENGINES } from '../support/engines.ts'
import { withScope } from '../support/scope.ts'
import { soakFactor, soakSeed } from '../support/soak.ts'
import { prepare } from './carryOut.ts'
import { type Command, commandLists } from './commands.ts'
import { checkInvariants } from './invariants.ts'
import { adopt } from './adopt.ts'
import { shapes } from './shape.ts'
import { firstGrants, furnishWorld, type World } from './world.ts'

const worldsMax = Math.ceil(60 * soakFactor)
const atOnce = 8

t.setTimeout(3_600_000)

/** Carries out some commands side by side; which of them win is nobody's business here. */
async function playAtOnce(world: World, commands: readonly Command[]) {
  const works = commands.map(command => {
    world.model.acts += 1
    return prepare(world, command)
  })
  const outcomes = await Promise.allSettled(works.map(work => work()))
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected' && !(outcome.reason instanceof Refused)) throw outcome.reason
  }
  await adopt(world)
}

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
          for (let from = 0; from < commands.length; from += atOnce) {
            await playAtOnce(world, commands.slice(from, from + atOnce))
          }
          await checkInvariants(context)
          carriedOut += commands.length
        }),
      )
      await fc.assert(property, { seed: soakSeed, numRuns: worldsMax })
      t.comment(`seed ${soakSeed}: ${carriedOut} commands, ${atOnce} at once`)
      t.ok(carriedOut > 0)
    },
  )
}
