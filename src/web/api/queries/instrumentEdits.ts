import { ifMatch, type Seen, useChange } from '../change.ts'
import { client, reply } from '../client.ts'
import type { Schema } from '../schemas.ts'

export type InstrumentDraft = Schema<'NewInstrument'>
export type InstrumentChanges = Schema<'InstrumentChanges'>

export const useAddInstrument = () =>
  useChange((body: InstrumentDraft) => reply(client.POST('/api/v1/instruments', { body })))

export const useEditInstrument = () =>
  useChange(({ id, version, changes }: Seen & { readonly changes: InstrumentChanges }) =>
    reply(
      client.PATCH('/api/v1/instruments/{id}', {
        params: { path: { id }, header: ifMatch({ version }) },
        body: changes,
      }),
    ),
  )

/** `published` offers it for booking, `draft` takes it back, `retired` takes it out of service for good. */
export type Standing = 'published' | 'draft' | 'retired'

export const useSetStanding = () =>
  useChange(({ id, version, to }: Seen & { readonly to: Standing }) => {
    const params = { path: { id }, header: ifMatch({ version }) }
    switch (to) {
      case 'published':
        return reply(client.POST('/api/v1/instruments/{id}/publication', { params }))
      case 'draft':
        return reply(client.DELETE('/api/v1/instruments/{id}/publication', { params }))
      case 'retired':
        return reply(client.POST('/api/v1/instruments/{id}/retirement', { params }))
      default:
        return to satisfies never
    }
  })

/** Shows this photo of an instrument; null: none. */
export const useSetPhoto = () =>
  useChange(async ({ id, photo }: { readonly id: string; readonly photo: File | null }) => {
    const params = { path: { id } }
    if (photo === null) return reply(client.DELETE('/api/v1/instruments/{id}/photo', { params }))
    return reply(
      client.PUT('/api/v1/instruments/{id}/photo', {
        params,
        body: photo,
        bodySerializer: () => photo,
        headers: { 'content-type': photo.type },
      }),
    )
  })
