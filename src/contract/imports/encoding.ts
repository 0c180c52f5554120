/** How a text file was written, as told by its bytes. */
export interface DecodedText {
  readonly text: string
  readonly encoding: 'utf-8' | 'gb18030'
}

const byteOrderMark = '\uFEFF'

/**
 * Reads bytes as UTF-8, and where they are not that, as GB18030 (which holds GBK and GB 2312), in which
 * spreadsheets in China save CSV. A byte order mark at the front is taken off.
 *
 * @returns undefined where the bytes are neither: nothing is replaced or guessed.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const text = decodeStrictly(bytes, encoding)
    if (text !== undefined) return { text: text.startsWith(byteOrderMark) ? text.slice(1) : text, encoding }
  }
  return undefined
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}
