import type { Test } from 'tap'
import type { Engine } from '../../src/store/database.ts'
import { siteOn } from '../operations/site.ts'
import { anApp } from '../support/http.ts'

/** The web app with a host institution in an alliance, and who asks: its staff, its people, others. */
export async function aHostApp(t: Test, engine: Engine) {
  const { app, context, as } = await anApp(t, engine)
  const site = siteOn(context)
  const hostId = await site.institution({ name: '东道研究所', ror: 'https://ror.org/02v51f717' })
  const memberId = await site.institution({ name: '成员单位' })
  const allianceId = await site.alliance()
  await site.member(allianceId, hostId)
  await site.member(allianceId, memberId)
  const manager = as((await site.holding('lab-manager', 'institution', hostId)).personId)
  const stranger = as((await site.holding('lab-manager', 'institution', memberId)).personId)
  const member = as(await site.staff(memberId))
  const colleague = as(await site.staff(hostId))
  const outsider = as(await site.person())
  /** Enters an instrument and gives its body. */
  const enter = async (given: object = {}) => {
    const draft = { institutionId: hostId, name: '质谱仪', resourceClass: 'mass-spectrometer', ...given }
    const reply = await manager.post('/instruments', { zone: 'Asia/Shanghai', ...draft })
    // Ids sort by the millisecond.
    context.clock.advance(1)
    return reply.json<{ id: string; version: number }>()
  }
  /** Enters and publishes one. */
  const offer = async (given: object = {}) => {
    const { id } = await enter(given)
    await manager.post(`/instruments/${id}/publication`, undefined, { 'if-match': '"1"' })
    return id
  }
  return {
    app,
    context,
    as,
    site,
    hostId,
    allianceId,
    manager,
    stranger,
    member,
    colleague,
    outsider,
    enter,
    offer,
  }
}

export const atVersion = (version: number) => ({ 'if-match': `"${version}"` })

interface Listed {
  readonly items: readonly { readonly id: string }[]
  readonly nextCursor: string | null
}

/** The ids of a page. */
export const idsOf = (reply: { json(): unknown }) => (reply.json() as Listed).items.map(item => item.id)

/** The code and status of a problem. */
export const problemOf = (reply: { readonly statusCode: number; json(): unknown }) => {
  const { type } = reply.json() as { readonly type: string }
  return `${reply.statusCode} ${type.replace('/problems/', '')}`
}
