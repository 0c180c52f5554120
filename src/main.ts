import { once } from 'node:events'
import { runCommand } from './cli/main.ts'
import { EXIT, type House, type ServeSettings } from './cli/command.ts'
import { listenForCommands } from './cli/socket.ts'
import { type Config, type LogLevel, readConfig } from './config.ts'
import type { Clock, Context, Log } from './context.ts'
import { instant } from './domain/units.ts'
import { buildApp } from './http/app.ts'
import { builtPageFolder, isPageBuilt } from './http/routes/page.ts'
import { idsFrom } from './identifiers.ts'
import { ALL_JOBS } from './jobs/all.ts'
import { startJobs } from './jobs/ticker.ts'
import { offerSetup } from './operations/setup.ts'
import { keepSigningKeyFresh } from './operations/signingKeys.ts'
import type { Database } from './store/database.ts'
import { openForServer } from './store/open.ts'

const LEVELS: readonly LogLevel[] = ['info', 'warn', 'error', 'silent']

const clock: Clock = { now: () => instant(Date.now()) }
const print = (line: string) => void process.stdout.write(`${line}\n`)
const tell = (line: string) => void process.stderr.write(`${line}\n`)

/** The parts of a running server, in the order in which they started; they stop in the other one. */
class Parts {
  readonly #stops: (() => Promise<void>)[] = []

  add(stop: () => Promise<void>) {
    this.#stops.push(stop)
  }

  async stop() {
    for (const stop of this.#stops.toReversed()) await stop()
  }
}

process.exitCode = await main()

async function main(): Promise<number> {
  try {
    return await runCommand(houseOn(readConfig()), process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof Error)) throw error
    tell(`jishi: ${error.message}`)
    return EXIT.failed
  }
}

function houseOn(config: Config): House {
  const log = logFrom(config.logLevel)
  const contextOn = (db: Database, at: Clock = clock): Context => ({
    db,
    clock: at,
    zone: config.zone,
    newId: idsFrom(at),
    log,
  })
  return {
    config,
    contextOn,
    print,
    tell,
    serve: async (settings, ready = async () => undefined) => {
      const parts = new Parts()
      try {
        await ready(await start({ config, settings, contextOn, parts }))
        await stopSignal()
      } finally {
        await parts.stop()
      }
    },
  }
}

interface Start {
  readonly config: Config
  readonly settings: ServeSettings
  readonly contextOn: (db: Database) => Context
  readonly parts: Parts
}

/** Starts database, keys and web app; gives the address. */
async function start({ config, settings, contextOn, parts }: Start): Promise<string> {
  const db = await openForServer(settings.databaseUrl)
  parts.add(() => db.close())
  const context: Context = { ...contextOn(db), url: settings.databaseUrl }
  parts.add(await listenForCommands(context, settings.databaseUrl))
  await keepSigningKeyFresh(context)
  parts.add(startJobs(context, ALL_JOBS))
  const { demo } = settings
  const app = await buildApp(context, { ...config, ...(demo && openTo(demo)), processMetrics: true })
  parts.add(() => app.close())
  const address = await app.listen({ host: settings.host, port: settings.port })
  print(`Jishi 机时 is ready on ${address}`)
  if (!isPageBuilt(builtPageFolder)) print('The page is not built, only the API answers: npm run build')
  const token = await offerSetup(context)
  if (token !== undefined)
    print(`There are no people yet. Enter the first one, once: ${address}/setup?token=${token}`)
  return address
}

/** Passwords of a demonstration are no secret: nobody guesses at them, and visitors change roles often. */
function openTo(demo: NonNullable<ServeSettings['demo']>) {
  return { demo, loginAttemptsMax: 1_000 }
}

/** Resolves at the first wish to stop; a second one ends the process at once, as it would without us. */
async function stopSignal(): Promise<void> {
  const stopping = new AbortController()
  const wishes = ['SIGINT', 'SIGTERM'].map(signal => once(process, signal, { signal: stopping.signal }))
  await Promise.race(wishes)
  stopping.abort()
  await Promise.allSettled(wishes)
}

/** One JSON object a line on standard error, as collectors of logs read it; results have standard output. */
function logFrom(level: LogLevel): Log {
  const at = (own: LogLevel) => (fields: object, message: string) => {
    if (LEVELS.indexOf(own) < LEVELS.indexOf(level)) return
    tell(JSON.stringify({ level: own, time: clock.now(), message, ...fields }))
  }
  return { info: at('info'), warn: at('warn'), error: at('error') }
}
