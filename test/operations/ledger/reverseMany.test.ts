import t from 'tap'
import { grantLinesMax, type QuotaHolder } from '../../../src/domain/ledger/granting.ts'
import { amount } from '../../../src/domain/units.ts'
import { grant } from '../../../src/operations/ledger/grant.ts'
import { reverseMany, type ReversalLine } from '../../../src/operations/ledger/reverseMany.ts'
import type { Actor } from '../../../src/operations/perform.ts'
import type { Engine } from '../../../src/store/database.ts'
import { documentsOfAlliance, grantsOfDocument } from '../../../src/store/ledger/documents.ts'
import { ENGINES } from '../../support/engines.ts'
import { anAppOn } from '../../support/http.ts'
import { aLab, type Lab } from '../../support/lab.ts'
import { codesOf, refusalsOf } from '../site.ts'

const documentNumber = '示例〔2026〕8号'
const institution = (id = ''): QuotaHolder => ({ kind: 'institution', id })

/** The reserve is filled and shared out to both members under one document number. */
async function granted(t: Parameters<typeof aLab>[0], engine: Engine) {
  const lab = await aLab(t, engine, { projectHours: 0 })
  const reserve: QuotaHolder = { kind: 'reserve', id: lab.allianceId }
  const [first, second] = lab.members.map(({ institutionId }) => institution(institutionId))
  await grant(lab.context, lab.allianceAdmin, {
    ledgerId: lab.ledgerId,
    periodId: null,
    documentNumber,
    reason: null,
    lines: [
      { from: null, to: reserve, amount: amount(1_000) },
      { from: reserve, to: first ?? reserve, amount: amount(600) },
      { from: reserve, to: second ?? reserve, amount: amount(400) },
    ],
  })
  return lab
}

const rowsOf = (lab: Lab) =>
  grantsOfDocument(lab.context.db.read, { allianceId: lab.allianceId, documentNumber, limit: 100 })

/** Every row of the document, whole, the newest first. */
const wholeOf = async (lab: Lab): Promise<ReversalLine[]> =>
  (await rowsOf(lab)).map(({ id }) => ({ transferId: id, amount: null }))

const reversing = (
  lab: Lab,
  lines: readonly ReversalLine[],
  by: Actor = lab.allianceAdmin,
  reason = '文件作废',
) => reverseMany(lab.context, by, { lines, documentNumber: '示例〔2026〕9号', reason })

const passOn = (lab: Lab, units: number) =>
  grant(lab.context, lab.member.admin, {
    ledgerId: lab.ledgerId,
    periodId: null,
    documentNumber,
    reason: null,
    lines: [
      {
        from: institution(lab.member.institutionId),
        to: { kind: 'project', id: lab.member.projectId },
        amount: amount(units),
      },
    ],
  })

for (const engine of ENGINES) {
  t.test(`${engine}: all that a document granted goes back in one batch, the newest first`, async t => {
    const lab = await granted(t, engine)
    const batch = await reversing(lab, await wholeOf(lab))
    t.strictSame(
      batch.lines.map(line => line.amount),
      [400, 600, 1_000],
    )
    t.ok(batch.transfers.every(row => row.batchId === batch.id && row.documentNumber === '示例〔2026〕9号'))
    t.match(await lab.balance('reserve', lab.allianceId), { granted: 0, available: 0 })
    t.match(await lab.balance('institution', lab.member.institutionId), { granted: 0 })
    t.strictSame(
      (await rowsOf(lab)).map(({ transfer, reversed }) => [transfer.amount, reversed]),
      [
        [400, 400],
        [600, 600],
        [1_000, 1_000],
      ],
    )
    t.match(await refusalsOf(reversing(lab, await wholeOf(lab))), [
      { code: 'reversal-exceeds-original', line: 0, reversed: 400 },
      { code: 'reversal-exceeds-original', line: 1 },
      { code: 'reversal-exceeds-original', line: 2 },
    ])
  })

  t.test(`${engine}: of a line that is spent all learn its number, and nothing goes back`, async t => {
    const lab = await granted(t, engine)
    await passOn(lab, 1)
    t.equal((await rowsOf(lab)).length, 3, 'what a member passed on under that number is its own')
    const lines = await wholeOf(lab)
    t.match(await refusalsOf(reversing(lab, lines)), [
      { code: 'quota-exhausted', line: 1, needed: 600, available: null },
      { code: 'quota-exhausted', line: 2, needed: 1_000, available: 400 },
    ])
    t.match(await lab.balance('institution', lab.members[1]?.institutionId ?? ''), { granted: 400 })
    const part = lines.map((line, index) => ({ ...line, amount: index === 0 ? null : amount(599) }))
    const tried = await reversing(lab, part, { ...lab.allianceAdmin, dryRun: true })
    t.strictSame(
      tried.lines.map(line => line.amount),
      [400, 599, 599],
    )
    t.match(await lab.balance('reserve', lab.allianceId), { available: 0 }, 'a dry run keeps nothing')
    await reversing(lab, part)
    t.match(await lab.balance('institution', lab.member.institutionId), { granted: 0, available: 0 })
    t.match(await lab.balance('reserve', lab.allianceId), { available: 400 })
  })

  t.test(`${engine}: who may, and what cannot be`, async t => {
    const lab = await granted(t, engine)
    const lines = await wholeOf(lab)
    t.strictSame(await codesOf(reversing(lab, lines, lab.member.admin)), ['not-allowed'])
    t.strictSame(await codesOf(reversing(lab, lines, lab.allianceAdmin, ' ')), ['reason-required'])
    t.match(await refusalsOf(reversing(lab, [])), [{ field: 'lines', fault: 'too-few-values' }])
    const [line] = lines
    const many = Array.from({ length: grantLinesMax + 1 }, () => line ?? { transferId: '', amount: null })
    t.match(await refusalsOf(reversing(lab, many)), [{ field: 'lines', fault: 'too-many-values' }])
    const twice = [line, line].flatMap(each => each ?? [])
    t.match(await refusalsOf(reversing(lab, twice)), [{ code: 'reversal-exceeds-original', line: 1 }])
    const unknown = [{ transferId: 'trf_none', amount: null }, ...lines]
    t.match(await refusalsOf(reversing(lab, unknown)), [{ code: 'not-found', line: 0 }])
    const [passedOn] = (await passOn(lab, 10)).transfers
    const own = [{ transferId: passedOn?.id ?? '', amount: null }]
    t.strictSame(await codesOf(reversing(lab, own)), ['not-allowed'], 'within a member, its own admin')
    t.match((await reversing(lab, own, lab.member.admin)).lines, [{ amount: 10 }])
  })

  t.test(`${engine}: two who take the same document back at once: one does`, async t => {
    const lab = await granted(t, engine)
    const lines = await wholeOf(lab)
    const races = await Promise.allSettled([reversing(lab, lines), reversing(lab, lines.toReversed())])
    t.equal(races.filter(race => race.status === 'fulfilled').length, 1)
  })

  t.test(`${engine}: documents are listed newest first, page by page, to those who grant`, async t => {
    const lab = await granted(t, engine)
    const { as } = await anAppOn(t, lab.context)
    const reserve = { kind: 'reserve', id: lab.allianceId } as const
    const later = { ledgerId: lab.ledgerId, periodId: null, documentNumber: '示例〔2026〕10号', reason: null }
    const lines = [{ from: null, to: reserve, amount: amount(5) }]
    await grant(lab.context, lab.allianceAdmin, { ...later, lines })
    await reversing(lab, (await wholeOf(lab)).slice(0, 1))
    const all = await documentsOfAlliance(lab.context.db.read, { allianceId: lab.allianceId, limit: 10 })
    t.match(all, [
      { documentNumber: '示例〔2026〕10号', grants: 1, granted: 5, reversed: 0 },
      { documentNumber, grants: 3, granted: 2_000, reversed: 400, ledgerId: lab.ledgerId },
    ])
    const chair = as(lab.allianceAdmin.personId)
    const first = await chair.get(`/documents?allianceId=${lab.allianceId}&limit=1`)
    const { nextCursor } = first.json<{ nextCursor: string }>()
    const second = await chair.get(`/documents?allianceId=${lab.allianceId}&limit=1&cursor=${nextCursor}`)
    t.match(second.json(), { items: [{ documentNumber, reversed: 400 }], nextCursor: null })
    const asked = `/grants?allianceId=${lab.allianceId}&documentNumber=${encodeURIComponent(documentNumber)}`
    t.match((await chair.get(`${asked}&limit=2`)).json(), {
      items: [
        { amount: 400, reversed: 400 },
        { amount: 600, reversed: 0 },
      ],
      nextCursor: /^trf_/u,
    })
    const auditor = as(lab.auditor.personId)
    t.equal((await auditor.get(asked)).json<{ items: object[] }>().items.length, 3)
    const { q, t: tables } = lab.context.db.read
    const looks = (await q.select().from(tables.audit)).filter(line => line.verb === 'look')
    t.match(looks, [{ actorId: lab.auditor.personId, noun: 'alliance', nounId: lab.allianceId }])
    t.equal((await as(lab.member.admin.personId).get(asked)).statusCode, 403, 'not to a rival')
  })

  t.test(`${engine}: the wire takes a document back and tells the line that cannot be`, async t => {
    const lab = await granted(t, engine)
    const { as } = await anAppOn(t, lab.context)
    const chair = as(lab.allianceAdmin.personId)
    const lines = (await wholeOf(lab)).map(({ transferId }) => ({ transferId }))
    await passOn(lab, 1)
    const refused = await chair.post('/reversals', { lines, reason: '文件作废' })
    t.match(refused.json(), { status: 409, refusals: [{ code: 'quota-exhausted', line: 1 }, { line: 2 }] })
    const done = await chair.post('/reversals', { lines: lines.slice(0, 1), reason: '文件作废' })
    t.match(
      { status: done.statusCode, ...done.json() },
      { status: 201, lines: [{ amount: 400 }], transfers: [{ kind: 'reversal', amount: 400 }] },
    )
  })
}
