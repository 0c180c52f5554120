import t from 'tap'
import { addAgreement } from '../../src/operations/agreements.ts'
import { SYSTEM } from '../../src/operations/perform.ts'
import type { Day } from '../../src/domain/units.ts'
import { ENGINES } from '../support/engines.ts'
import { anAppOn } from '../support/http.ts'
import { aLab } from '../support/lab.ts'

for (const engine of ENGINES) {
  t.test(
    `${engine}: Beijing consortium: an agreement of three parties is not for a fourth member`,
    async t => {
      const lab = await aLab(t, engine, { members: 4, quota: 'tracked' })
      const { as } = await anAppOn(t, lab.context)
      const parties = lab.members.slice(0, 3).map(member => member.institutionId)
      const agreement = await addAgreement(lab.context, SYSTEM, {
        allianceId: lab.allianceId,
        subject: '脑胶质瘤恶性机制研究和靶向药物应用研发',
        partyIds: parties,
        formsAllianceId: null,
        startsOn: '2026-01-01' as Day,
        endsOn: null,
      })
      const under = (index: number, start: string) =>
        as(lab.members[index]?.researcher.personId ?? '').post('/bookings', {
          instrumentId: lab.instrumentId(),
          agreementId: agreement.id,
          start: `2026-03-04T${start}:00+08:00`,
          end: `2026-03-04T${start.replace(/^\d+/, hour => String(Number(hour) + 1))}:00+08:00`,
        })
      for (const [index, hour] of ['09:00', '10:00', '11:00'].entries()) {
        const answer = await under(index, hour)
        t.equal(answer.statusCode, 201, `party ${index + 1} books under it`)
        t.match(answer.json(), { agreementId: agreement.id, allianceId: lab.allianceId })
      }
      const fourth = await under(3, '13:00')
      t.equal(fourth.statusCode, 422)
      t.match(fourth.json(), {
        type: '/problems/not-a-party',
        refusals: [
          { code: 'not-a-party', agreementId: agreement.id, institutionId: lab.members[3]?.institutionId },
        ],
      })
      const without = await as(lab.members[3]?.researcher.personId ?? '').post('/bookings', {
        instrumentId: lab.instrumentId(),
        start: '2026-03-04T13:00:00+08:00',
        end: '2026-03-04T14:00:00+08:00',
      })
      t.equal(without.statusCode, 201, 'as a plain member it books all the same')
    },
  )
}
