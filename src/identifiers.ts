import { randomBytes } from 'node:crypto'
import type { Clock } from './context.ts'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const timestampBits = 48
const counterMax = 0x0fff
const versionSeven = 0x7000
const variant = 0x80

/**
 * Makes ids: a short prefix and a UUIDv7 (RFC 9562) in Crockford's base32, 26 characters. Ids of one process
 * sort in the order in which they were made, by a counter within the millisecond (§6.2, method 1); those of
 * several processes by the millisecond. More than 4,096 in one millisecond borrow from the next.
 */
export function idsFrom(clock: Clock): (prefix: string) => string {
  let lastMilliseconds = 0
  let counter = 0
  return prefix => {
    const now = clock.now()
    if (now > lastMilliseconds) {
      lastMilliseconds = now
      counter = 0
    } else if (counter < counterMax) {
      counter += 1
    } else {
      lastMilliseconds += 1
      counter = 0
    }
    const bytes = randomBytes(16)
    bytes.writeUIntBE(lastMilliseconds, 0, timestampBits / 8)
    bytes.writeUInt16BE(versionSeven | counter, timestampBits / 8)
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
