import t from 'tap'
import { HOLDER_KINDS, type HolderKind, lineKindOf } from '../../../src/domain/ledger/granting.ts'
import { amount } from '../../../src/domain/units.ts'

const holder = (kind: HolderKind) => ({ kind, id: `${kind}_1` })
const to = (kind: HolderKind, from: HolderKind | null) =>
  lineKindOf({ from: from === null ? null : holder(from), to: holder(kind), amount: amount(1) })
/** What each kind of holder receives: `reserve, institution, group, project, external`. */
const from = (kind: HolderKind | null) => HOLDER_KINDS.map(each => to(each, kind))

t.test('quota flows from the supply to the reserve, to holders and down within an institution', async t => {
  const no = undefined
  t.strictSame(from(null), ['grant', no, no, no, no], 'the supply fills the reserve alone')
  t.strictSame(from('reserve'), [no, 'grant', 'grant', 'grant', 'grant'])
  t.strictSame(from('institution'), [no, no, 'suballocate', 'suballocate', no])
  t.strictSame(from('group'), [no, no, no, 'suballocate', no])
  t.strictSame(from('project'), [no, no, no, no, no], 'a project spends')
  t.strictSame(from('external'), [no, no, no, no, no])
})
