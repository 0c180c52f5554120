import t from 'tap'
import type { GrantLine, QuotaHolder } from '../../../src/domain/ledger/granting.ts'
import { amount } from '../../../src/domain/units.ts'
import { grant } from '../../../src/operations/ledger/grant.ts'
import { ENGINES } from '../../support/engines.ts'
import { anAppOn } from '../../support/http.ts'
import { aLab, type Lab } from '../../support/lab.ts'
import { labRows } from '../../support/labRows.ts'
import { refusalsOf } from '../site.ts'

const institution = (id: string): QuotaHolder => ({ kind: 'institution', id })

/** Lines out of the reserve. */
const linesOf = (lab: Lab, wanted: readonly (readonly [QuotaHolder, number])[]): GrantLine[] =>
  wanted.map(([to, count]) => ({
    from: { kind: 'reserve', id: lab.allianceId },
    to,
    amount: amount(count),
  }))

const granting = (lab: Lab, lines: readonly GrantLine[], dryRun = false) =>
  grant(
    lab.context,
    { ...lab.allianceAdmin, dryRun },
    { ledgerId: lab.ledgerId, periodId: null, documentNumber: '示例〔2026〕7号', reason: '季度配额', lines },
  )

for (const engine of ENGINES) {
  t.test(`${engine}: what speaks against lines is told of all of them, each by its number`, async t => {
    const lab = await aLab(t, engine, { reserveHours: 1, projectHours: 0 })
    const strangers = await lab.context.db.transact(async tx => {
      const rows = labRows(tx, lab.context.newId)
      return [await rows.institution('局外甲'), await rows.institution('局外乙')] as const
    })
    const [first, second] = lab.members.map(member => institution(member.institutionId))
    const unknown = granting(
      lab,
      linesOf(lab, [
        [first as QuotaHolder, 1],
        [institution('ins_none'), 1],
        [institution('ins_nobody'), 1],
      ]),
    )
    t.match(await refusalsOf(unknown), [
      { code: 'not-found', line: 1 },
      { code: 'not-found', line: 2 },
    ])
    const outside = granting(
      lab,
      linesOf(lab, [
        [institution(strangers[0]), 1],
        [first as QuotaHolder, 1],
        [institution(strangers[1]), 1],
      ]),
    )
    t.match(await refusalsOf(outside), [
      { code: 'not-a-member', line: 0 },
      { code: 'not-a-member', line: 2 },
    ])
    const tooMuch = granting(
      lab,
      linesOf(lab, [
        [first as QuotaHolder, 3_000],
        [second as QuotaHolder, 3_000],
        [second as QuotaHolder, 600],
        [first as QuotaHolder, 1],
      ]),
    )
    t.match(
      await refusalsOf(tooMuch),
      [
        { code: 'quota-exhausted', line: 1, needed: 3_000, available: 600 },
        { code: 'quota-exhausted', line: 3, needed: 1, available: 0 },
      ],
      'each line sees what those before it left',
    )
    t.match(await lab.balance('reserve', lab.allianceId), { granted: 3_600, available: 3_600 })
    const wrong = granting(lab, linesOf(lab, [[first as QuotaHolder, 0]]))
    t.match(await refusalsOf(wrong), [{ field: 'lines/0/amount', line: 0 }])
  })

  t.test(`${engine}: a dry run tells before and after of each line, and keeps nothing`, async t => {
    const lab = await aLab(t, engine, { reserveHours: 2, projectHours: 0 })
    const [first, second] = lab.members.map(member => institution(member.institutionId))
    const lines = linesOf(lab, [
      [first as QuotaHolder, 3_600],
      [second as QuotaHolder, 1_800],
      [first as QuotaHolder, 600],
    ])
    const expected = [
      { to: first, amount: 3_600, grantedBefore: 0, grantedAfter: 3_600 },
      { to: second, amount: 1_800, grantedBefore: 0, grantedAfter: 1_800 },
      { to: first, amount: 600, grantedBefore: 3_600, grantedAfter: 4_200 },
    ]
    t.strictSame((await granting(lab, lines, true)).lines, expected)
    t.match(await lab.balance('reserve', lab.allianceId), { granted: 7_200, available: 7_200 })
    const posted = await granting(lab, lines)
    t.strictSame(posted.lines, expected)
    t.equal(new Set(posted.transfers.map(({ documentNumber }) => documentNumber)).size, 1)
    t.match(posted.transfers[2], {
      documentNumber: '示例〔2026〕7号',
      reason: '季度配额',
      batchId: posted.id,
    })
    t.match(await lab.balance('institution', first?.id), { granted: 4_200 })
  })

  t.test(
    `${engine}: who may not grant is told so once, however many lines; the wire tells the line`,
    async t => {
      const lab = await aLab(t, engine, { reserveHours: 1, projectHours: 0 })
      const { as } = await anAppOn(t, lab.context)
      const body = {
        ledgerId: lab.ledgerId,
        lines: linesOf(
          lab,
          lab.members.map(member => [institution(member.institutionId), 3_600]),
        ),
      }
      const stranger = await as(lab.member.researcher.personId).post('/grants?dryRun=true', body)
      t.equal(stranger.json<{ refusals: unknown[] }>().refusals.length, 1)
      const chair = await as(lab.allianceAdmin.personId).post('/grants?dryRun=true', body)
      t.match(chair.json(), { status: 409, refusals: [{ code: 'quota-exhausted', line: 1 }] })
    },
  )
}
