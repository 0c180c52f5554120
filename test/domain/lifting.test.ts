import t from 'tap'
import { isOverridable, whoMayLift } from '../../src/domain/lifting.ts'
import { Refused, refuse, unreachable } from '../../src/domain/refusal.ts'

t.test('staff set the policy aside, nothing else', async t => {
  for (const code of ['off-grid', 'cap-exceeded', 'notice-too-short', 'cancel-window-passed'] as const)
    t.ok(isOverridable(code), code)
  for (const code of [
    'slot-taken',
    'capacity-exceeded',
    'outage',
    'quota-exhausted',
    'not-a-member',
  ] as const)
    t.notOk(isOverridable(code), code)
})

t.test('each refusal names who can do something about it', async t => {
  t.strictSame(whoMayLift('too-long'), ['lab-manager'])
  t.strictSame(whoMayLift('outage'), ['lab-manager'])
  t.strictSame(whoMayLift('quota-exhausted'), ['institution-admin', 'alliance-admin'])
  t.strictSame(whoMayLift('no-booking-right'), ['alliance-admin'])
  t.strictSame(whoMayLift('person-not-on-project'), ['institution-admin'])
  for (const code of ['no-period', 'quota-exhausted'] as const)
    t.strictSame(whoMayLift(code), ['institution-admin', 'alliance-admin'], code)
  for (const code of ['not-a-member', 'not-a-party', 'period-closed'] as const)
    t.strictSame(whoMayLift(code), ['alliance-admin'], code)
  for (const code of ['not-shared', 'operating-state', 'on-behalf-not-allowed'] as const)
    t.strictSame(whoMayLift(code), ['lab-manager'], code)
  t.strictSame(whoMayLift('project-not-active'), ['institution-admin'])
  t.strictSame(whoMayLift('slot-taken'), [])
})

t.test('what is refused says its codes, and carries its numbers', async t => {
  t.throws(() => refuse({ code: 'reason-required' }, { code: 'idempotency-mismatch' }), {
    message: 'reason-required, idempotency-mismatch',
    refusals: [{ code: 'reason-required' }, { code: 'idempotency-mismatch' }],
  })
  t.equal(new Refused([]).name, 'Refused')
  t.throws(() => unreachable('odd' as never), /unhandled case "odd"/)
})
