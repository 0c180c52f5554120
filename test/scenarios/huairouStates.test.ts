import t from 'tap'
import { editInstrument } from '../../src/operations/instruments.ts'
import { SYSTEM } from '../../src/operations/perform.ts'
import { findInstrument } from '../../src/store/instruments.ts'
import type { OperatingState } from '../../src/domain/instrument.ts'
import { ENGINES } from '../support/engines.ts'
import { anAppOn } from '../support/http.ts'
import { aLab } from '../support/lab.ts'

for (const engine of ENGINES) {
  t.test(`${engine}: Huairou: trial operation is for invited projects, research for nobody`, async t => {
    const lab = await aLab(t, engine, { members: 2, quota: 'tracked' })
    const { as } = await anAppOn(t, lab.context)
    const [invited, other] = lab.members
    const instrumentId = lab.instrumentId()
    const enter = async (operatingState: OperatingState) => {
      const { version } = (await findInstrument(lab.context.db.read, instrumentId)) ?? { version: 0 }
      await editInstrument(lab.context, SYSTEM, {
        id: instrumentId,
        version,
        changes: { operatingState, invitedProjectIds: [invited?.projectId ?? ''] },
      })
    }
    const ask = (member: typeof invited, hour: string) =>
      as(member?.researcher.personId ?? '').post('/bookings', {
        instrumentId,
        start: `2026-03-04T${hour}:00:00+08:00`,
        end: `2026-03-04T${hour}:30:00+08:00`,
      })
    const refusedBy = async (answer: ReturnType<typeof ask>) =>
      (await answer).json<{ refusals?: { code: string }[] }>().refusals?.map(each => each.code)

    await enter('trial')
    t.equal((await ask(invited, '09')).statusCode, 201, '试运行: an invited project books')
    t.strictSame(await refusedBy(ask(other, '10')), ['operating-state'], '试运行: another one does not')
    for (const state of ['research', 'construction', 'retired'] as const) {
      await enter(state)
      t.strictSame(
        await refusedBy(ask(invited, '11')),
        ['operating-state'],
        `${state}: not even an invited one`,
      )
    }
    await enter('operation')
    t.equal((await ask(other, '12')).statusCode, 201, '正式运行: everyone with a share books')
  })
}
