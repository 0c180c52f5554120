import { Refused } from '../../src/domain/refusal.ts'
import { WriteFailed } from '../../src/store/writeFailed.ts'
import { adopt } from './adopt.ts'
import { prepare } from './carryOut.ts'
import type { Command } from './commands.ts'
import type { World } from './world.ts'

const atOnce = 8

/**
 * Carries out the commands, some side by side; which of them win is nobody's business here. One that is to
 * come again may do so or not.
 */
export async function playAtOnce(world: World, commands: readonly Command[]) {
  for (let from = 0; from < commands.length; from += atOnce) {
    const works = commands.slice(from, from + atOnce).map(command => {
      world.model.acts += 1
      return prepare(world, command)
    })
    const outcomes = await Promise.allSettled(works.map(work => work()))
    for (const outcome of outcomes) if (outcome.status === 'rejected') expectNo(outcome.reason)
    await adopt(world)
  }
}

function expectNo(reason: unknown) {
  if (!(reason instanceof Refused || reason instanceof WriteFailed)) throw reason
}
