import { argon2, type Argon2Parameters, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. */
const memoryKibibytes = 19_456
const passes = 2
const parallelism = 1
const hashBytes = 32
const saltBytes = 16

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2)
const stored = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/u

/** Checked against when nobody has the login, so that the answer takes as long as for somebody. */
const nobody = formatHash(randomBytes(saltBytes), randomBytes(hashBytes))

/**
 * Hash of a password in the PHC string form. Takes tens of milliseconds off the main thread: never in a
 * transaction.
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  return formatHash(salt, await derive('argon2id', { ...parameters, message: password, nonce: salt }))
}

/** Tells whether `password` made `hash`; without a hash it works as long and says no. */
export async function isPassword(password: string, hash: string | null | undefined): Promise<boolean> {
  const [, memory, time, lanes, salt, digest] = stored.exec(hash ?? nobody) ?? []
  if (salt === undefined || digest === undefined) return false
  const expected = Buffer.from(digest, 'base64')
  const given = await derive('argon2id', {
    message: password,
    nonce: Buffer.from(salt, 'base64'),
    memory: Number(memory),
    passes: Number(time),
    parallelism: Number(lanes),
    tagLength: expected.length,
  })
  return typeof hash === 'string' && timingSafeEqual(given, expected)
}

const parameters = { memory: memoryKibibytes, passes, parallelism, tagLength: hashBytes }

function formatHash(salt: Buffer, digest: Buffer): string {
  const text = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
  return `$argon2id$v=19$m=${memoryKibibytes},t=${passes},p=${parallelism}$${text(salt)}$${text(digest)}`
}
