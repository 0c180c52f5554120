import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { institution } from '../contract/imports/keys.ts'
import { password } from '../contract/sessions.ts'
import { canBeHeldIn } from '../domain/appointing.ts'
import { loginKindOf } from '../domain/person.ts'
import { ROLES, type Role } from '../domain/roles.ts'
import { carryOut } from './carryOut.ts'
import { type Command, EXIT, Misused } from './command.ts'
import { needed, oneOf } from './options.ts'

const options = {
  database: { type: 'string' },
  login: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  institution: { type: 'string' },
  alliance: { type: 'string' },
  'password-stdin': { type: 'boolean' },
  json: { type: 'boolean' },
} as const

const passwordBytes = 12

export const admin: Command = {
  name: 'admin',
  summary:
    'create-person --login --name [--role site-admin …] [--institution | --alliance] ' +
    '[--password-stdin] [--json]',
  run: async (house, [verb, ...args]) => {
    if (verb !== 'create-person') throw new Misused('admin create-person is all there is')
    const { values } = parseArgs({ args, options })
    const login = needed('--login', values.login).trim()
    const name = needed('--name', values.name)
    const role = oneOf('--role', ROLES, values.role)
    const { alliance } = values
    const place = values.institution === undefined ? undefined : institutionOf(values.institution)
    requireScope(role, alliance === undefined ? (place === undefined ? 'site' : 'institution') : 'alliance')
    const isMade = values['password-stdin'] !== true
    const secret = isMade ? randomBytes(passwordBytes).toString('base64url') : await passwordFromInput()
    const input = {
      login,
      loginKind: loginKindOf(login),
      name,
      password: secret,
      role,
      institution: place,
      alliance,
    }
    const databaseUrl = values.database ?? house.config.databaseUrl
    const made = await carryOut(house, { databaseUrl, name: 'create-person', input, title: 'create-person' })
    const shown = made.person === 'created' && isMade ? { password: secret } : {}
    if (values.json === true) house.print(JSON.stringify({ ...made, login, ...shown }))
    else {
      house.print(`${login} (${made.personId}): ${made.person}, role ${role ?? ''} ${made.role}`.trim())
      if ('password' in shown) house.print(`password, shown this once: ${secret}`)
    }
    return EXIT.done
  },
}

function institutionOf(written: string) {
  const read = institution(written)
  if ('fault' in read) throw new Misused(`--institution ${written} is ${read.fault}`)
  return read.value
}

function requireScope(role: Role | undefined, scope: 'site' | 'institution' | 'alliance') {
  if (role === undefined || canBeHeldIn(role, scope)) return
  throw new Misused(`--role ${role} is not held in ${scope === 'site' ? 'the whole site' : `an ${scope}`}`)
}

/** A password in an argument would stand in the list of processes. */
async function passwordFromInput(): Promise<string> {
  const [line = ''] = (await text(process.stdin)).split(/\r?\n/u, 1)
  const read = password.safeParse(line)
  if (!read.success)
    throw new Misused('the first line of standard input is no good password: it is too short or too long')
  return read.data
}
