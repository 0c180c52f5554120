import t from 'tap'
import { ENGINES } from '../support/engines.ts'
import { anAppOn, type Asking } from '../support/http.ts'
import { aLab } from '../support/lab.ts'

interface Named {
  readonly id: string
}

const draft = { name: '某某研究院', kind: 'research', jurisdiction: 'CN', ownId: 'T-1' }

const listed = async (asking: Asking) =>
  (await asking.get('/institutions?limit=200')).json<{ items: Named[] }>().items.map(each => each.id)

for (const engine of ENGINES) {
  t.test(`${engine}: a request with a key happens once, and its answer is given again`, async t => {
    const lab = await aLab(t, engine)
    const { as } = await anAppOn(t, lab.context)
    const admin = as((await lab.holding('site-admin')).personId)
    const key = { 'idempotency-key': 'enter-once' }
    const first = await admin.post('/institutions', draft, key)
    t.equal(first.statusCode, 201, first.body)
    const again = await admin.post(
      '/institutions',
      Object.fromEntries(Object.entries(draft).toReversed()),
      key,
    )
    t.equal(again.statusCode, 201)
    t.equal(again.json<Named>().id, first.json<Named>().id, 'names in another order are the same request')
    const other = await admin.post('/institutions', { ...draft, name: '另一家' }, key)
    t.equal(other.statusCode, 422)
    t.match(other.json(), { type: '/problems/idempotency-mismatch' })
    const mine = as((await lab.holding('site-admin')).personId)
    t.equal((await mine.post('/institutions', draft, key)).statusCode, 409, 'another person has other keys')
  })

  t.test(`${engine}: a dry run answers as it would be, and keeps nothing`, async t => {
    const lab = await aLab(t, engine)
    const { as } = await anAppOn(t, lab.context)
    const admin = as((await lab.holding('site-admin')).personId)
    const before = await listed(admin)
    t.equal((await admin.post('/institutions?dryRun=true', draft)).statusCode, 201)
    t.strictSame(await listed(admin), before)
    t.equal((await admin.post('/institutions?dryRun=maybe', draft)).statusCode, 400)
  })

  t.test(`${engine}: roles are those of today, whatever the token was when it was given`, async t => {
    const lab = await aLab(t, engine)
    const { as } = await anAppOn(t, lab.context)
    const asking = as(lab.member.researcher.personId)
    const refused = await asking.post('/institutions', draft)
    t.equal(refused.statusCode, 403)
    t.match(refused.json(), { refusals: [{ code: 'not-allowed', mayDo: ['site-admin'] }] })
  })
}
