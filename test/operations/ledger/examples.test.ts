import t from 'tap'
import { ENGINES } from '../../support/engines.ts'
import { aLab } from '../../support/lab.ts'

for (const engine of ENGINES) {
  t.test(`${engine}: a booking holds its time`, async t => {
    const lab = await aLab(t, engine)
    await lab.book(lab.slot('10:00/14:00'))
    t.match(await lab.balance(), { granted: 216_000, held: 14_400, available: 201_600 })
  })
}
