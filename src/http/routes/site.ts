import type { FastifyReply } from 'fastify'
import type { Context } from '../../context.ts'
import { editHeaders, nothing } from '../../contract/common.ts'
import { LANGUAGES } from '../../contract/messages/languages.ts'
import { photoBody } from '../../contract/photos.ts'
import { site, siteChanges, type SiteReply } from '../../contract/site.ts'
import { SITE_ID } from '../../domain/appointing.ts'
import { PHOTO_MEDIA_TYPES, photoBytesMax } from '../../domain/photo.ts'
import { refuse } from '../../domain/refusal.ts'
import { deleteLogo, editSite, setLogo } from '../../operations/site.ts'
import { anyPersonExists } from '../../store/logins.ts'
import { findLogo, hasLogo, siteTitles, type SiteTitles } from '../../store/site.ts'
import type { App, Routes } from '../plugins/shapes.ts'
import { sendKept } from '../replies.ts'

const tags = ['site']
const config = { public: true }

/** What the page is called, its logo, and in a demonstration the ways in. */
export const siteRoutes: Routes = (app, context) => {
  addTitles(app, context)
  void app.register(async (logos: App) => {
    logos.addContentTypeParser(
      [...PHOTO_MEDIA_TYPES],
      { parseAs: 'buffer', bodyLimit: photoBytesMax },
      (_request, content, done) => done(null, content),
    )
    addLogo(logos, context)
  })
}

const addTitles: Routes = (app, context) => {
  app.get(
    '/site',
    {
      config,
      schema: { operationId: 'getSite', summary: 'What the site is', tags, response: { 200: site } },
    },
    async (_, reply) => replyWith(app, context, reply, await siteTitles(context.db.read)),
  )

  app.patch(
    '/site',
    {
      schema: {
        operationId: 'editSite',
        summary: 'Call the site something else',
        tags,
        headers: editHeaders,
        body: siteChanges,
        response: { 200: site },
      },
    },
    async (request, reply) => {
      const edit = { version: request.headers['if-match'], changes: request.body }
      return replyWith(app, context, reply, await editSite(context, request.actor, edit))
    },
  )
}

const addLogo: Routes = (app, context) => {
  app.get(
    '/site/logo',
    {
      config,
      schema: { operationId: 'getLogo', summary: 'The logo of the site', tags, response: { 200: photoBody } },
    },
    async (_, reply) => {
      const logo = await findLogo(context.db.read)
      if (logo === undefined) return refuse({ code: 'not-found', noun: 'logo', id: SITE_ID })
      // The type was checked against the first bytes when it came; no browser shall guess another.
      void reply.header('x-content-type-options', 'nosniff').header('cache-control', 'no-cache')
      return reply.type(logo.mediaType).send(logo.content)
    },
  )

  app.put(
    '/site/logo',
    {
      bodyLimit: photoBytesMax,
      schema: {
        operationId: 'setLogo',
        summary: 'Show this logo',
        tags,
        body: photoBody,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const mediaType = request.headers['content-type'] ?? ''
      await setLogo(context, request.actor, { mediaType, content: Buffer.from(request.body) })
      return reply.code(204).send()
    },
  )

  app.delete(
    '/site/logo',
    { schema: { operationId: 'deleteLogo', summary: 'Show no logo', tags, response: { 204: nothing } } },
    async (request, reply) => {
      await deleteLogo(context, request.actor)
      return reply.code(204).send()
    },
  )
}

async function replyWith(
  app: App,
  context: Context,
  reply: FastifyReply,
  titles: SiteTitles,
): Promise<SiteReply> {
  return sendKept(reply, {
    ...titles,
    logo: await hasLogo(context.db.read),
    demo: app.settings.demo ?? null,
    languages: [...LANGUAGES],
    zone: context.zone,
    isSetUp: await anyPersonExists(context.db.read),
  })
}
