import { openForServer } from '../store/open.ts'
import type { House } from './command.ts'
import { LOCAL_WORK, type Tell, type WorkInput, type WorkName, type WorkResult } from './localWork.ts'
import { progressOn } from './progress.ts'
import { askServer } from './socket.ts'

export interface Work<Name extends WorkName> {
  readonly databaseUrl: string
  readonly name: Name
  readonly input: WorkInput<Name>
  /** Stands before the progress bar. */
  readonly title: string
}

/**
 * Does a piece of work in the process that holds the database: the running server if there is one, else this
 * one, which opens the database as the server would and so keeps a server from starting meanwhile.
 */
export async function carryOut<Name extends WorkName>(
  house: House,
  work: Work<Name>,
): Promise<WorkResult<Name>> {
  const { databaseUrl, name, input } = work
  const progress = progressOn(process.stderr, work.title)
  try {
    const answer = await askServer(databaseUrl, name, input, progress.show)
    return answer === undefined ? await doHere(house, work, progress.show) : answer.done
  } finally {
    progress.end()
  }
}

async function doHere<Name extends WorkName>(
  house: House,
  { databaseUrl, name, input }: Work<Name>,
  tell: Tell,
): Promise<WorkResult<Name>> {
  const db = await openForServer(databaseUrl)
  try {
    const run = LOCAL_WORK[name] as (...given: unknown[]) => Promise<WorkResult<Name>>
    return await run(house.contextOn(db), input, tell)
  } finally {
    await db.close()
  }
}
