import t from 'tap'
import {
  type Appointment,
  type Place,
  type Role,
  roleFor,
  type ScopeKind,
  type Verb,
} from '../../src/domain/roles.ts'

const ROLES: readonly Role[] = ['site-admin', 'alliance-admin', 'institution-admin', 'lab-manager', 'auditor']
const SCOPES: readonly ScopeKind[] = ['site', 'alliance', 'institution', 'instrument']

/**
 * Who may do what, written out once more by hand: S site, A alliance, I institution, L lab manager, R
 * auditor.
 */
const TABLE: Readonly<Record<Verb, string>> = {
  'alliance.create': 'S',
  'alliance.edit': 'SA',
  'membership.edit': 'SA',
  'agreement.edit': 'SA',
  'institution.create': 'SA',
  'institution.edit': 'SI',
  'group.edit': 'SI',
  'project.edit': 'SI',
  'person.edit': 'SI',
  'appointment.site': 'S',
  'appointment.alliance': 'SA',
  'appointment.institution': 'SI',
  'instrument.edit': 'SIL',
  'policy.edit': 'SIL',
  'sharing.edit': 'SIL',
  'outage.edit': 'SIL',
  'booking.staff': 'SIL',
  'run.edit': 'SIL',
  'quota.grant': 'SA',
  'quota.suballocate': 'SAI',
  'quota.read': 'SAIR',
  'report.read': 'SAILR',
  'audit.read': 'SR',
  'import.run': 'S',
  'import.instruments': 'SIL',
  'settings.edit': 'S',
}

const LETTERS: Readonly<Record<Role, string>> = {
  'site-admin': 'S',
  'alliance-admin': 'A',
  'institution-admin': 'I',
  'lab-manager': 'L',
  auditor: 'R',
}

const here: Place = { allianceId: 'here', institutionId: 'here', instrumentId: 'here' }
const elsewhere: Place = { allianceId: 'else', institutionId: 'else', instrumentId: 'else' }
const nowhere: Place = {}

const held = (role: Role, scopeKind: ScopeKind): Appointment => ({ role, scopeKind, scopeId: 'here' })

t.test('each role may do its verbs where it is held, and nothing elsewhere', async t => {
  for (const [verb, letters] of Object.entries(TABLE) as [Verb, string][]) {
    for (const role of ROLES) {
      const right = letters.includes(LETTERS[role]) ? role : undefined
      for (const scope of SCOPES) {
        const said = `${verb} by ${role} of ${scope}`
        const wide = scope === 'site' ? right : undefined
        t.equal(roleFor([held(role, scope)], verb, here), right, said)
        t.equal(roleFor([held(role, scope)], verb, elsewhere), wide, `${said}, elsewhere`)
        t.equal(roleFor([held(role, scope)], verb, nowhere), wide, `${said}, no place named`)
      }
    }
  }
})

t.test('a scope counts for its own kind of place alone', async t => {
  const admin = held('institution-admin', 'institution')
  t.equal(roleFor([admin], 'quota.read', { allianceId: 'here' }), undefined)
  t.equal(roleFor([admin], 'quota.read', { allianceId: 'here', institutionId: 'here' }), 'institution-admin')
})

t.test('of several roles the narrowest that suffices is named', async t => {
  const many = [
    held('site-admin', 'site'),
    held('institution-admin', 'institution'),
    held('lab-manager', 'instrument'),
  ]
  t.equal(roleFor(many, 'outage.edit', here), 'lab-manager')
  t.equal(roleFor(many, 'outage.edit', { institutionId: 'here' }), 'institution-admin')
  t.equal(roleFor(many, 'outage.edit', elsewhere), 'site-admin')
  t.equal(roleFor([], 'outage.edit', here), undefined)
})

t.test('a scope that nobody knows opens nothing', async t => {
  const odd = held('site-admin', 'planet' as ScopeKind)
  t.throws(() => roleFor([odd], 'settings.edit', here), { message: 'unhandled case "planet"' })
})
