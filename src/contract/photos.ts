import { z } from 'zod'

/** The image itself, PNG or JPEG, at most one MiB. */
export const photoBody = z
  .custom<Uint8Array>(content => content instanceof Uint8Array)
  .meta({ contentType: 'image/*', description: 'PNG or JPEG, at most 1 MiB.' })
