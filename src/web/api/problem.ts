import type { components } from '../../../docs/openapi.d.ts'

export type ProblemBody = components['schemas']['Problem']

/** What the service answered instead of doing what was asked. */
export class ApiProblem extends Error {
  readonly body: ProblemBody

  constructor(body: ProblemBody) {
    super(body.title)
    this.name = 'ApiProblem'
    this.body = body
  }

  /** The last word of the problem's type: `slot-taken`. */
  get code(): string {
    return this.body.type.slice(this.body.type.lastIndexOf('/') + 1)
  }
}

/** The service could not be reached, or could not answer for the moment. */
export class ServerAway extends Error {
  constructor(cause: unknown) {
    super('the server is away', { cause })
    this.name = 'ServerAway'
  }
}
