/** The media types that a photo of an instrument may have. */
export const PHOTO_MEDIA_TYPES = ['image/png', 'image/jpeg'] as const
export type PhotoMediaType = (typeof PHOTO_MEDIA_TYPES)[number]

/** One MiB, the national platform's own limit for pictures. */
export const photoBytesMax = 1_048_576

const signatures: Readonly<Record<PhotoMediaType, readonly number[]>> = {
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
}

/** What a file is by its first bytes, whatever its sender called it; undefined when it is no photo. */
export const photoMediaType = (content: Uint8Array): PhotoMediaType | undefined =>
  PHOTO_MEDIA_TYPES.find(type => signatures[type].every((byte, index) => content[index] === byte))
