import { strict as assert } from 'node:assert'
import { eq, inArray } from 'drizzle-orm'
import type { LightMyRequestResponse } from 'fastify'
import { DateTime } from 'luxon'
import type { Test } from 'tap'
import { DEFAULT_POLICY } from '../../src/domain/policyDefaults.ts'
import { offerSetup } from '../../src/operations/setup.ts'
import type { Engine } from '../../src/store/database.ts'
import { keysOf } from '../../src/store/people.ts'
import { anotherInstrument, stepsOn } from '../operations/bookings/steps.ts'
import { siteOn } from '../operations/site.ts'
import { anApp, anAppOn, type Asking, somePassword } from '../support/http.ts'
import { aLab } from '../support/lab.ts'

type Reply = LightMyRequestResponse
type Spoil = (body: object) => object

/** One operation that takes text, ready to be asked as often as there are texts. */
export interface Writing {
  /** Its `operationId`. */
  readonly operation: string
  /** Sends a body that is valid but for what `spoil` puts into it. */
  readonly send: (spoil: Spoil) => Promise<Reply>
  /** What the database holds since that reply, in the shape of the body; then makes way for the next. */
  readonly stored: (reply: Reply) => Promise<unknown>
  /** Each time costs a password's hash. */
  readonly slow?: boolean
}

/**
 * Every operation of the API that takes text. What is edited lies in another house than what is added, so
 * that no text is refused for being there already.
 */
export async function writingsOn(t: Test, engine: Engine): Promise<readonly Writing[]> {
  const house = await aHouse(t, engine)
  const another = await aHouse(t, engine)
  return [
    ...nounsOf(house).map(noun => adding(house, noun)),
    ...nounsOf(another).map(noun => editing(another, noun)),
    ...givingKeys(another),
    ruling(house),
    ...memberships(house),
    ...books(house),
    ...(await reversing(house)),
    ...(await decisions(house)),
    ...(await bookings(house)),
    await rating(house),
    await settingUp(t, engine),
    namingSite(house),
  ]
}

type House = Awaited<ReturnType<typeof aHouse>>

async function aHouse(t: Test, engine: Engine) {
  const instruments = ['booked', 'extended', 'moved', 'cancelled', 'used', 'ruled', 'shared', 'down']
  const lab = await aLab(t, engine, { instruments, quota: 'none' })
  const { as } = await anAppOn(t, lab.context)
  let count = 0
  return {
    lab,
    site: siteOn(lab.context),
    admin: as((await lab.holding('site-admin')).personId),
    chair: as(lab.allianceAdmin.personId),
    staff: as(lab.labManager.personId),
    user: as(lab.member.researcher.personId),
    /** A name that nothing has yet. */
    named: () => `某物 ${++count}`,
    /** A day that nothing began on yet. */
    dayOn: () => DateTime.utc(2027).plus({ days: ++count }).toISODate(),
  }
}

const first = '2020-01-01'
const hours = { start: '2026-03-04T10:00:00+08:00', end: '2026-03-04T11:00:00+08:00' }
const seenFirst = { 'if-match': '"1"' }
const idOf = (reply: Reply) => reply.json<{ id: string }>().id

async function seen(by: Asking, path: string): Promise<Record<string, unknown>> {
  const reply = await by.get(path)
  assert.equal(reply.statusCode, 200, `${path} can be read back`)
  return reply.json()
}

/** What is added and then edited by version, with all its texts. */
interface Noun {
  readonly name: string
  readonly path: string
  readonly body: () => object
  readonly idOf?: (reply: Reply) => string
  readonly stored?: (id: string) => Promise<unknown>
}

function nounsOf(house: House): readonly Noun[] {
  const { lab, named, dayOn } = house
  const { allianceId, hostId, member } = lab
  const partyIds = [hostId, member.institutionId]
  const institutionId = hostId
  const ofResearch = { kind: 'research', jurisdiction: 'CN' }
  const measuring = { institutionId, resourceClass: 'nmr', zone: 'Asia/Shanghai' }
  const project = { groupId: member.groupId, name: '某课题', startsOn: first }
  const down = { instrumentId: lab.instrumentId('down'), kind: 'planned', ...hours }
  const shared = { instrumentId: lab.instrumentId('shared'), audience: 'registered' }
  const openOnce = () => {
    const day = dayOn()
    return { startsAt: `${day}T00:00:00Z`, endsAt: `${day}T01:00:00Z` }
  }
  const innovative = { type: 'innovation-consortium', name: '某联盟' }
  const slugOf = (name: string) => name.replace('某物 ', 'slug-')
  return [
    {
      name: 'Agreement',
      path: '/agreements',
      body: () => ({ allianceId, subject: '某事', partyIds, startsOn: first }),
    },
    { name: 'Alliance', path: '/alliances', body: () => ({ ...innovative, slug: slugOf(named()) }) },
    { name: 'Group', path: '/groups', body: () => ({ institutionId, name: named() }) },
    { name: 'Institution', path: '/institutions', body: () => ({ ...ofResearch, name: named() }) },
    { name: 'Instrument', path: '/instruments', body: () => ({ ...measuring, name: named() }) },
    {
      name: 'Outage',
      path: '/outages',
      body: () => down,
      idOf: reply => reply.json<{ outage: { id: string } }>().outage.id,
    },
    { name: 'Person', path: '/people', body: () => personBody(house), stored: id => personOf(house, id) },
    { name: 'Pool', path: '/pools', body: () => ({ institutionId, name: named() }) },
    { name: 'Project', path: '/projects', body: () => ({ ...project, code: named() }) },
    { name: 'SharingTerm', path: '/sharing-terms', body: () => ({ ...shared, ...openOnce() }) },
  ]
}

const personBody = ({ named }: House) => ({
  name: '某人',
  logins: [{ kind: 'staff-number', value: named() }],
  identities: [{ issuer: 'https://idp.example.cn', subject: named() }],
})

async function personOf(house: House, id: string) {
  const person = await seen(house.admin, `/people/${id}`)
  return { ...(person['record'] as object), ...person, ...(await takenKeys(house, id)) }
}

/** How a person signs in, which no route shows; then forgotten, for a key is one person's. */
async function takenKeys({ lab }: House, personId: string) {
  const { db } = lab.context
  const keys = await keysOf(db.read, personId)
  await db.transact(async ({ q, t }) => {
    await q.delete(t.logins).where(eq(t.logins.personId, personId))
    await q.delete(t.identities).where(eq(t.identities.personId, personId))
  })
  return keys
}

const storedAs =
  ({ admin }: House, { path, stored }: Noun) =>
  (id: string) =>
    stored === undefined ? seen(admin, `${path}/${id}`) : stored(id)

const adding = (house: House, noun: Noun): Writing => ({
  operation: `add${noun.name}`,
  send: spoil => house.admin.post(noun.path, spoil(noun.body())),
  stored: reply => storedAs(house, noun)((noun.idOf ?? idOf)(reply)),
})

function editing(house: House, noun: Noun): Writing {
  const { admin } = house
  let edited: { readonly id: string; readonly etag: string } | undefined
  const begun = async () => {
    const made = await admin.post(noun.path, noun.body())
    assert.equal(made.statusCode, 201, `${noun.name} can be made`)
    return { id: (noun.idOf ?? idOf)(made), etag: '"1"' }
  }
  return {
    operation: `edit${noun.name}`,
    send: async spoil => {
      const { id, etag } = (edited ??= await begun())
      const reply = await admin.patch(`${noun.path}/${id}`, spoil({}), { 'if-match': etag })
      edited = { id, etag: reply.headers.etag ?? etag }
      return reply
    },
    stored: async () => storedAs(house, noun)(edited?.id ?? ''),
  }
}

/** What a person signs in with; in another house than `addPerson`, for a key is one person's. */
function givingKeys(house: House): readonly Writing[] {
  const { admin, site } = house
  const giving = (operation: string, part: 'logins' | 'identities', body: object): Writing => {
    let personId = ''
    return {
      operation,
      send: async spoil => {
        personId = await site.person()
        return admin.post(`/people/${personId}/${part}`, spoil(body), seenFirst)
      },
      stored: async () => (await takenKeys(house, personId))[part][0],
    }
  }
  return [
    giving('addLogin', 'logins', { kind: 'staff-number' }),
    giving('addIdentity', 'identities', { issuer: 'https://idp.example.cn', subject: 's' }),
  ]
}

function ruling({ admin, lab }: House): Writing {
  const { weekly } = DEFAULT_POLICY.opening
  const rules = {
    opening: { weekly, exceptions: [{ date: '2026-05-01', open: [] }] },
    price: { currency: 'CNY', perUnitMinor: { member: 1 } },
  }
  const instrumentId = lab.instrumentId('ruled')
  return {
    operation: 'addPolicy',
    send: spoil => admin.post('/policies', spoil({ instrumentId, rules })),
    stored: reply => seen(admin, `/policies/${idOf(reply)}`),
  }
}

function memberships({ admin, lab, site }: House): readonly Writing[] {
  const { allianceId } = lab
  const role = { role: 'member', startsOn: first }
  let membershipId = ''
  return [
    {
      operation: 'addMembership',
      send: async spoil => {
        const institutionId = await site.institution()
        return admin.post(
          '/memberships',
          spoil({ allianceId, institutionId, startsOn: first, roles: [role] }),
        )
      },
      stored: reply => seen(admin, `/memberships/${idOf(reply)}`),
    },
    {
      operation: 'addMembershipRole',
      send: async spoil => {
        membershipId = (await site.member(allianceId, await site.institution())).id
        return admin.post(`/memberships/${membershipId}/roles`, spoil(role), seenFirst)
      },
      stored: async () => {
        const { roles } = await seen(admin, `/memberships/${membershipId}`)
        return (roles as readonly object[])[0]
      },
    },
  ]
}

/** Ledgers, their periods, and grants. */
function books(house: House): readonly Writing[] {
  const { admin, chair, lab, named } = house
  const { allianceId, ledgerId } = lab
  const lines = [{ to: { kind: 'reserve', id: allianceId }, amount: 1 }]
  let newLedgerId = ''
  return [
    {
      operation: 'addLedger',
      send: spoil => chair.post('/ledgers', spoil({ allianceId })),
      stored: reply => seen(admin, `/ledgers/${idOf(reply)}`),
    },
    {
      operation: 'openPeriod',
      send: async spoil => {
        newLedgerId = idOf(await chair.post('/ledgers', { allianceId, resourceClass: named() }))
        return chair.post(`/ledgers/${newLedgerId}/periods`, spoil({ startsOn: first, endsOn: first }))
      },
      stored: async () => {
        const { periods } = await seen(admin, `/ledgers/${newLedgerId}`)
        return (periods as readonly object[])[0]
      },
    },
    {
      operation: 'addGrant',
      send: spoil => chair.post('/grants', spoil({ ledgerId, lines })),
      stored: reply => firstTransferOf(house, reply),
    },
  ]
}

/** The ledger's own row: no route shows one row alone. */
async function firstTransferOf({ lab }: House, reply: Reply) {
  const { q, t } = lab.context.db.read
  const ids = reply.json<{ transfers: readonly { id: string }[] }>().transfers.map(({ id }) => id)
  const [row] = await q.select().from(t.transfers).where(inArray(t.transfers.id, ids))
  return row
}

async function reversing(house: House): Promise<readonly Writing[]> {
  const { chair, lab } = house
  const lines = [{ to: { kind: 'reserve', id: lab.allianceId }, amount: 1_000_000 }]
  const granted = await chair.post('/grants', { ledgerId: lab.ledgerId, lines })
  const { id } = granted.json<{ transfers: readonly [{ id: string }] }>().transfers[0]
  return [
    {
      operation: 'addReversal',
      send: spoil => chair.post(`/transfers/${id}/reversals`, spoil({ amount: 1 })),
      stored: reply => firstTransferOf(house, reply),
    },
    {
      operation: 'addReversals',
      send: spoil =>
        chair.post('/reversals', spoil({ lines: [{ transferId: id, amount: 1 }], reason: '作废' })),
      stored: reply => firstTransferOf(house, reply),
    },
  ]
}

/** What is decided about a booking once, so that each decision needs another booking. */
async function decisions({ lab, staff, user }: House): Promise<readonly Writing[]> {
  const rules = { approval: 'staff' } as const
  const deciding = (operation: string, noun: string, instrument: string): Writing => {
    let standing: string | undefined
    const asked = async () => (await lab.book({ instrument, ...lab.slot('10:00/11:00') })).id
    return {
      operation,
      send: async spoil => {
        standing ??= await asked()
        return staff.post(`/bookings/${standing}/${noun}`, spoil({}))
      },
      stored: async () => {
        const path = `/bookings/${standing}`
        const { decisionReason } = await seen(user, path)
        if (noun === 'approval') await user.post(`${path}/cancellation`)
        standing = undefined
        return { reason: decisionReason }
      },
    }
  }
  return [
    deciding('cancelBooking', 'cancellation', 'cancelled'),
    deciding('approveBooking', 'approval', await anotherInstrument(lab, { rules })),
    deciding('rejectBooking', 'rejection', await anotherInstrument(lab, { rules })),
  ]
}

/** Bookings made and changed by staff, who may give a reason to set the rules aside. */
async function bookings({ lab, staff, user }: House): Promise<readonly Writing[]> {
  const forPersonId = lab.member.researcher.personId
  const instrumentId = lab.instrumentId('booked')
  const changing = async (operation: string, change: ChangeOfBooking): Promise<Writing> => {
    const { id } = await lab.book({ instrument: change.instrument, ...lab.slot('10:00/11:00') })
    return {
      operation,
      send: spoil => staff.post(`/bookings/${id}/${change.noun}`, spoil(change.body)),
      stored: () => seen(user, `/bookings/${id}`),
    }
  }
  const roomy = await anotherInstrument(lab, { exclusive: false, capacity: 4 })
  const moved = { start: hours.end, end: '2026-03-04T12:00:00+08:00' }
  return [
    {
      operation: 'book',
      send: spoil => staff.post('/bookings', spoil({ instrumentId, forPersonId, ...hours })),
      stored: async reply => {
        const path = `/bookings/${idOf(reply)}`
        const booking = await seen(user, path)
        await user.post(`${path}/cancellation`)
        return booking
      },
    },
    await changing('extendBooking', { instrument: 'extended', noun: 'extension', body: { end: moved.end } }),
    await changing('rescheduleBooking', { instrument: 'moved', noun: 'rescheduling', body: moved }),
    await changing('changeBookingPlaces', { instrument: roomy, noun: 'places', body: { places: 2 } }),
  ]
}

interface ChangeOfBooking {
  readonly instrument: string
  readonly noun: string
  readonly body: object
}

async function rating({ lab, user }: House): Promise<Writing> {
  await lab.book({ instrument: 'used', ...lab.slot('09:00/10:00', '2026-03-02') })
  lab.clock.moveTo(lab.slot('18:00/19:00', '2026-03-02').start)
  await stepsOn(lab).sweep()
  const runOf = async () => {
    const { items } = await seen(user, '/runs')
    return (items as readonly { id: string; ratingText: string }[])[0]
  }
  const run = await runOf()
  return {
    operation: 'rateRun',
    send: spoil => user.post(`/runs/${run?.id}/rating`, spoil({ rating: 5 })),
    stored: async () => ({ text: (await runOf())?.ratingText }),
  }
}

function namingSite({ admin }: House): Writing {
  return {
    operation: 'editSite',
    send: async spoil => {
      const { version } = await seen(admin, '/site')
      return admin.patch('/site', spoil({}), { 'if-match': `"${String(version)}"` })
    },
    stored: () => seen(admin, '/site'),
  }
}

/** The first person of a house, which is emptied again each time. */
async function settingUp(t: Test, engine: Engine): Promise<Writing> {
  const { context, ask } = await anApp(t, engine)
  const body = { name: '王', loginKind: 'email', login: 'wang@lab.cn', password: somePassword }
  let token: string | undefined
  return {
    operation: 'setUp',
    slow: true,
    send: async spoil => {
      token ??= await offerSetup(context)
      return ask({ method: 'POST', url: '/api/v1/setup', body: spoil({ ...body, token }) })
    },
    stored: async () => {
      const { q, t: tables } = context.db.read
      const [person] = await q.select().from(tables.people)
      const [login] = await q.select().from(tables.logins)
      await context.db.transact(async ({ q, t }) => {
        for (const table of [t.sessions, t.appointments, t.logins, t.people]) await q.delete(table)
      })
      token = undefined
      return { name: person?.name, login: login?.value }
    },
  }
}
