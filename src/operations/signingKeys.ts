import { randomBytes } from 'node:crypto'
import type { Context } from '../context.ts'
import { instant, millisecondsPerSecond, secondsPerDay } from '../domain/units.ts'
import { addSigningKey, retireSigningKeys, type SigningKey, signingKeysSince } from '../store/signingKeys.ts'
import { perform, record, SYSTEM } from './perform.ts'

const secretBytes = 32
const serviceSecondsMax = 30 * secondsPerDay

/**
 * Puts a new key in service and retires the others: tokens signed by them live out their quarter of an hour.
 */
export function rotateSigningKeys(context: Context): Promise<SigningKey> {
  const secret = randomBytes(secretBytes).toString('base64url')
  return perform(context, SYSTEM, async tx => {
    const now = context.clock.now()
    const key: SigningKey = { kid: context.newId('key'), secret, createdAt: now, retiredAt: null }
    await retireSigningKeys(tx, now)
    await addSigningKey(tx, key)
    await record(context, tx, SYSTEM, {
      verb: 'signing-key.rotate',
      noun: 'signing-key',
      nounId: key.kid,
      actedAs: SYSTEM.personId,
    })
    return key
  })
}

/**
 * Rotates when no key is in service or the newest has served its month. Two nodes may both do so: no harm.
 */
export async function keepSigningKeyFresh(context: Context): Promise<void> {
  const now = context.clock.now()
  const oldest = instant(now - serviceSecondsMax * millisecondsPerSecond)
  const keys = await signingKeysSince(context.db.read, now)
  if (!keys.some(key => key.retiredAt === null && key.createdAt > oldest)) await rotateSigningKeys(context)
}
