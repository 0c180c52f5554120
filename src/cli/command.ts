import type { Config } from '../config.ts'
import type { Clock, Context } from '../context.ts'
import type { DemonstrationReply } from '../contract/site.ts'
import type { Database } from '../store/database.ts'

/**
 * Exit codes of the command line: done; answered with a no, or with faults in what was given; not understood;
 * the world failed (disk, network, another server).
 */
export const EXIT = { done: 0, refused: 1, misused: 2, failed: 3 } as const

/** Where and on what the server runs; the configuration's, with a command's options over it. */
export interface ServeSettings extends Pick<Config, 'databaseUrl' | 'host' | 'port'> {
  /** Only in a demonstration. */
  readonly demo?: DemonstrationReply
}

/** What the composition root lends to every command. */
export interface House {
  readonly config: Config
  /**
   * The context on a database that the command has opened and closes; by a clock of its own, if it has one.
   */
  contextOn(db: Database, clock?: Clock): Context
  /** Runs the server until it is told to stop; `ready` is called once it listens. */
  serve(settings: ServeSettings, ready?: (address: string) => Promise<void>): Promise<void>
  /** Writes a line of result. */
  print(line: string): void
  /** Writes a line about how it goes, beside the result. */
  tell(line: string): void
}

/** `jishi <name> …`. */
export interface Command {
  readonly name: string
  /** One line for `jishi --help`. */
  readonly summary: string
  /** Runs with the arguments behind the name and gives the exit code. */
  run(house: House, args: readonly string[]): Promise<number>
}

/** The command line was not understood; its message says how. */
export class Misused extends Error {}
