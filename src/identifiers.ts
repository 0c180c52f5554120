import { randomBytes } from 'node:crypto'
import type { Clock } from './context.ts'
import { base32Digits } from './domain/identifiers.ts'

const timestampBits = 48
const counterMax = 0x0fff
const versionSeven = 0x7000
const variant = 0x80
const idBytes = 16
/** Chance is fetched for so many ids at once: asking the system for it costs more than all the rest. */
const idsPerFetch = 256

/**
 * Makes ids: a short prefix and a UUIDv7 (RFC 9562) in Crockford's base32, 26 characters. Ids of one process
 * sort in the order in which they were made, by a counter within the millisecond (§6.2, method 1); those of
 * several processes by the millisecond. More than 4,096 in one millisecond borrow from the next.
 */
export function idsFrom(clock: Clock): (prefix: string) => string {
  let lastMilliseconds = 0
  let counter = 0
  let random = Buffer.alloc(0)
  const takeRandom = () => {
    if (random.length === 0) random = randomBytes(idBytes * idsPerFetch)
    const taken = random.subarray(0, idBytes)
    random = random.subarray(idBytes)
    return taken
  }
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
    const bytes = takeRandom()
    bytes.writeUIntBE(lastMilliseconds, 0, timestampBits / 8)
    bytes.writeUInt16BE(versionSeven | counter, timestampBits / 8)
    bytes[8] = variant | ((bytes[8] as number) & 0x3f)
    return `${prefix}_${base32(bytes)}`
  }
}

/** 26 characters of five bits: the first one holds two zeros and the three highest bits. */
function base32(bytes: Buffer): string {
  let text = ''
  let rest = 0
  let restBits = 2
  for (const byte of bytes) {
    rest = (rest << 8) | byte
    restBits += 8
    while (restBits >= 5) {
      restBits -= 5
      text += base32Digits.charAt((rest >> restBits) & 31)
    }
    rest &= 31
  }
  return text
}
