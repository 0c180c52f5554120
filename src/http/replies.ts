import type { FastifyReply } from 'fastify'
import { etagOf } from '../contract/common.ts'

/** Answers with a thing, its version as the ETag: 201 for what was just made. */
export function sendKept<Body extends { readonly version: number }>(
  reply: FastifyReply,
  body: Body,
  made: 'made' | 'there' = 'there',
): Body {
  void reply.code(made === 'made' ? 201 : 200).header('etag', etagOf(body.version))
  return body
}
