import { z } from 'zod'
import { isKnownZone } from './domain/calendar/almanac.ts'

const portMax = 65_535

/**
 * What the environment may say. Names with `JISHI_` are ours; PORT and HOST are what hosts of services set.
 */
const environment = z.object({
  JISHI_DATABASE_URL: z
    .string()
    .regex(/^(?:file:.|postgres(?:ql)?:\/\/)/u, 'must be file:… or postgres://…')
    .default('file:data/jishi.db'),
  PORT: z.coerce.number().int().min(0).max(portMax).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  JISHI_ZONE: z.string().refine(isKnownZone, 'must be an IANA time zone').default('Asia/Shanghai'),
  JISHI_LOG_LEVEL: z.enum(['info', 'warn', 'error', 'silent']).default('info'),
  JISHI_TRUST_PROXY: z.enum(['true', 'false']).default('false'),
  JISHI_LOGIN_ATTEMPTS_MAX: z.coerce.number().int().min(1).default(10),
})

export type LogLevel = z.output<typeof environment>['JISHI_LOG_LEVEL']

export interface Config {
  /** `file:…` for SQLite, `postgres://…` for PostgreSQL. */
  readonly databaseUrl: string
  readonly port: number
  readonly host: string
  /** By whose dates people belong and are appointed: an IANA zone. */
  readonly zone: string
  readonly logLevel: LogLevel
  /** Whether a proxy in front is believed about the caller's address and protocol. */
  readonly trustProxy: boolean
  /** Tries to log in with one login from one address within five minutes. */
  readonly loginAttemptsMax: number
}

/**
 * Reads the configuration from the environment, once.
 *
 * @throws Error with one line for each setting that makes no sense.
 */
export function readConfig(): Config {
  const read = environment.safeParse(process.env)
  if (!read.success) {
    const faults = read.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`the environment makes no sense:\n${faults.join('\n')}`)
  }
  const said = read.data
  return Object.freeze({
    databaseUrl: said.JISHI_DATABASE_URL,
    port: said.PORT,
    host: said.HOST,
    zone: said.JISHI_ZONE,
    logLevel: said.JISHI_LOG_LEVEL,
    trustProxy: said.JISHI_TRUST_PROXY === 'true',
    loginAttemptsMax: said.JISHI_LOGIN_ATTEMPTS_MAX,
  })
}
