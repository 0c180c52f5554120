import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '../context.ts'
import { SITE_ID } from '../domain/appointing.ts'
import { foldLogin, type LoginKind } from '../domain/person.ts'
import { refuse } from '../domain/refusal.ts'
import { personSearchKey } from '../domain/searchKey.ts'
import { insertAppointment } from '../store/appointments.ts'
import { anyPersonExists } from '../store/logins.ts'
import { insertLogin, insertPerson } from '../store/people.ts'
import type { Tx } from '../store/database.ts'
import { putSetting, takeSetting } from '../store/settings.ts'
import { hashPassword } from './passwords.ts'
import { perform, record, SYSTEM, todayOf } from './perform.ts'
import { type LoggedIn, openSession } from './sessions.ts'

const settingKey = 'setup-token-hash'
const tokenBytes = 24

export interface FirstPerson {
  readonly token: string
  readonly name: string
  readonly loginKind: LoginKind
  readonly login: string
  readonly password: string
  readonly locale: string
}

/** While there are no people: a one-time token with which the first one makes themselves site admin. */
export async function offerSetup(context: Context): Promise<string | undefined> {
  if (await anyPersonExists(context.db.read)) return undefined
  const token = randomBytes(tokenBytes).toString('base64url')
  await perform(context, SYSTEM, tx => putSetting(tx, settingKey, hashOf(token), context.clock.now()))
  return token
}

/**
 * Takes the token in exchange for the first person, who is site admin and logged in at once.
 *
 * @throws Refused `credentials-wrong` when the token is not the one last offered, or was taken before.
 */
export async function setUp(context: Context, draft: FirstPerson): Promise<LoggedIn> {
  const passwordHash = await hashPassword(draft.password)
  return perform(context, SYSTEM, async tx => {
    const taken = await takeSetting(tx, settingKey, hashOf(draft.token))
    if (!taken || (await anyPersonExists(tx))) refuse({ code: 'credentials-wrong' })
    const personId = context.newId('psn')
    await addFirstPerson(context, tx, { personId, passwordHash, draft })
    await record(context, tx, SYSTEM, {
      verb: 'house.set-up',
      noun: 'person',
      nounId: personId,
      actedAs: SYSTEM.personId,
    })
    return openSession(context, tx, personId)
  })
}

async function addFirstPerson(
  context: Context,
  tx: Tx,
  { personId, passwordHash, draft }: { personId: string; passwordHash: string; draft: FirstPerson },
) {
  await insertPerson(tx, {
    id: personId,
    name: draft.name,
    nameEn: null,
    searchKey: personSearchKey({ name: draft.name, nameEn: null }),
    email: draft.loginKind === 'email' ? draft.login : null,
    phone: draft.loginKind === 'phone' ? draft.login : null,
    userKind: 'domestic',
    locale: draft.locale,
    passwordHash,
    version: 1,
    createdAt: context.clock.now(),
    retiredAt: null,
  })
  const value = foldLogin(draft.login)
  await insertLogin(tx, { id: context.newId('lgn'), personId, kind: draft.loginKind, value })
  await insertAppointment(tx, {
    id: context.newId('apt'),
    personId,
    role: 'site-admin',
    scopeKind: 'site',
    scopeId: SITE_ID,
    startsOn: todayOf(context),
    endsOn: null,
  })
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')
