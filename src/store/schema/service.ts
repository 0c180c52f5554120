import type { Identified, Kit } from '../kit.ts'
import type { peopleTables } from './people.ts'

/** What the service itself needs: log-ins, keys, exactly-once records, the audit and settings. */
export const serviceTables = (kit: Kit, refs: ReturnType<typeof peopleTables>) => {
  const signingKeys = signingKeysTable(kit)
  const sessions = sessionsTable(kit, refs.people)
  const idempotency = idempotencyTable(kit)
  const audit = auditTable(kit)
  const settings = settingsTable(kit)
  const siteImages = siteImagesTable(kit)
  return { signingKeys, sessions, idempotency, audit, settings, siteImages }
}

const signingKeysTable = (kit: Kit) =>
  kit.table('signing_keys', {
    kid: kit.text('kid').primaryKey(),
    secret: kit.text('secret').notNull(),
    createdAt: kit.instant('created_at').notNull(),
    retiredAt: kit.instant('retired_at'),
  })

/** One log-in, a family of refresh tokens of which only the newest is good. */
const sessionsTable = (kit: Kit, people: Identified) =>
  kit.table(
    'sessions',
    {
      id: kit.text('id').primaryKey(),
      personId: kit.refersTo('person_id', people),
      tokenHash: kit.text('token_hash').notNull(),
      previousTokenHash: kit.text('previous_token_hash'),
      rotatedAt: kit.instant('rotated_at').notNull(),
      createdAt: kit.instant('created_at').notNull(),
      expiresAt: kit.instant('expires_at').notNull(),
      /** logged-out | token-reused | password-changed */
      endedBy: kit.text('ended_by'),
      endedAt: kit.instant('ended_at'),
    },
    t => [kit.uniqueIndex('sessions_token').on(t.tokenHash), kit.index('sessions_person').on(t.personId)],
  )

const idempotencyTable = (kit: Kit) =>
  kit.table(
    'idempotency',
    {
      actorId: kit.text('actor_id').notNull(),
      key: kit.text('key').notNull(),
      fingerprint: kit.text('fingerprint').notNull(),
      outcome: kit.json<unknown>('outcome').notNull(),
      createdAt: kit.instant('created_at').notNull(),
    },
    t => [kit.primaryKey({ columns: [t.actorId, t.key] }), kit.index('idempotency_created').on(t.createdAt)],
  )

/** Who did what to which noun: ids and field names only. */
const auditTable = (kit: Kit) =>
  kit.table(
    'audit',
    {
      id: kit.text('id').primaryKey(),
      at: kit.instant('at').notNull(),
      actorId: kit.text('actor_id').notNull(),
      /** The role under which it was allowed, `alliance-admin`, `owner`, …. */
      actedAs: kit.text('acted_as').notNull(),
      verb: kit.text('verb').notNull(),
      noun: kit.text('noun').notNull(),
      nounId: kit.text('noun_id').notNull(),
      fields: kit.json<readonly string[]>('fields').notNull(),
      reason: kit.text('reason'),
    },
    t => [kit.index('audit_noun').on(t.noun, t.nounId, t.id), kit.index('audit_actor').on(t.actorId, t.id)],
  )

const settingsTable = (kit: Kit) =>
  kit.table('settings', {
    key: kit.text('key').primaryKey(),
    value: kit.json<unknown>('value').notNull(),
    updatedAt: kit.instant('updated_at').notNull(),
  })

/** Images of the site as a whole: its logo. */
const siteImagesTable = (kit: Kit) =>
  kit.table('site_images', {
    id: kit.text('id').primaryKey(),
    mediaType: kit.text('media_type').notNull(),
    content: kit.bytes('content').notNull(),
    updatedAt: kit.instant('updated_at').notNull(),
  })
