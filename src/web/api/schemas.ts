import type { components } from '../../../docs/openapi.d.ts'

/** Shapes of requests and replies by their names in the API description. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]
