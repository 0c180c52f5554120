import { idParams, nothing } from '../../contract/common.ts'
import { photoBody } from '../../contract/photos.ts'
import { PHOTO_MEDIA_TYPES, photoBytesMax } from '../../domain/photo.ts'
import { refuse } from '../../domain/refusal.ts'
import { deletePhoto, setPhoto } from '../../operations/photos.ts'
import { findPhoto } from '../../store/photos.ts'
import { seenInstrument } from '../instrumentViewer.ts'
import type { App, Routes } from '../plugins/shapes.ts'

const tags = ['instruments']

/** Images are read as bodies here only: everywhere else they are an unsupported media type. */
export const photoRoutes: Routes = (app, context) => {
  void app.register(async (photos: App) => {
    photos.addContentTypeParser(
      [...PHOTO_MEDIA_TYPES],
      { parseAs: 'buffer', bodyLimit: photoBytesMax },
      (_request, content, done) => done(null, content),
    )
    addRead(photos, context)
    addWrites(photos, context)
  })
}

const addRead: Routes = (app, context) => {
  app.get(
    '/instruments/:id/photo',
    {
      schema: {
        operationId: 'getPhoto',
        summary: 'The photo of an instrument',
        tags,
        params: idParams,
        response: { 200: photoBody },
      },
    },
    async (request, reply) => {
      const { instrument } = await seenInstrument(context, request, request.params.id)
      const photo = await findPhoto(context.db.read, instrument.id)
      if (photo === undefined) return refuse({ code: 'not-found', noun: 'photo', id: instrument.id })
      // The type was checked against the first bytes when it came; no browser shall guess another.
      reply.header('x-content-type-options', 'nosniff').type(photo.mediaType)
      return reply.send(photo.content)
    },
  )
}

const addWrites: Routes = (app, context) => {
  app.put(
    '/instruments/:id/photo',
    {
      bodyLimit: photoBytesMax,
      schema: {
        operationId: 'setPhoto',
        summary: 'Show this photo of an instrument',
        tags,
        params: idParams,
        body: photoBody,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const mediaType = request.headers['content-type'] ?? ''
      const content = Buffer.from(request.body)
      await setPhoto(context, request.actor, { instrumentId: request.params.id, mediaType, content })
      return reply.code(204).send()
    },
  )

  app.delete(
    '/instruments/:id/photo',
    {
      schema: {
        operationId: 'deletePhoto',
        summary: 'Show no photo of an instrument',
        tags,
        params: idParams,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      await deletePhoto(context, request.actor, request.params.id)
      return reply.code(204).send()
    },
  )
}
