import { randomBytes } from 'node:crypto'
import type { Clock } from './context.ts'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const timestampBits = 48
const versionSeven = 0x70
const variant = 0x80

/**
 * Makes ids: a short prefix and a UUIDv7 (RFC 9562) in Crockford's base32, 26 characters, so that ids sort by
 * the millisecond in which they were made.
 */
export function idsFrom(clock: Clock): (prefix: string) => string {
  return prefix => {
    const bytes = randomBytes(16)
    bytes.writeUIntBE(clock.now(), 0, timestampBits / 8)
    bytes[6] = versionSeven | ((bytes[6] as number) & 0x0f)
    bytes[8] = variant | ((bytes[8] as number) & 0x3f)
    return `${prefix}_${base32(bytes)}`
  }
}

function base32(bytes: Buffer): string {
  let value = BigInt(`0x${bytes.toString('hex')}`)
  let text = ''
  for (let place = 0; place < 26; place++) {
    text = `${alphabet[Number(value & 31n)]}${text}`
    value >>= 5n
  }
  return text
}
