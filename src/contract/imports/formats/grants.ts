import type { GrantDraft, GrantHolder } from '../../../domain/imports.ts'
import { amount, type Amount, secondsPerHour } from '../../../domain/units.ts'
import { choice, code, type Meaning, meaningless, meant, decimal, scaled, slug, words } from '../cells.ts'
import { given, optional, required, type RowOf } from '../columns.ts'
import type { DraftContext, Format } from '../drafts.ts'
import { institution } from '../keys.ts'
import { institutionOf } from '../references.ts'

const unitWords = {
  hour: [
    '小时',
    '小時',
    '机时',
    '機時',
    'h',
    'hours',
    'instrument-hour',
    '仪器小时',
    '儀器小時',
    '核小时',
    '核心小時',
    'core-hour',
  ],
  day: ['笼位天', '籠位日', '笼位日', 'cage-day', 'cage-days', '天', '日'],
  sample: ['样品', '樣品', '样', 'samples', '件'],
} as const

const grantColumns = {
  alliance: given(
    ['alliance', '联盟', '聯盟', '联盟代号', '创新联合体', '創新聯合體'],
    slug,
    'example-alliance',
  ),
  documentNumber: required(
    ['document number', '文号', '文號', '批准文号', '批准文號', '编号', '編號'],
    code,
    '示例〔2026〕1号',
  ),
  resourceClass: required(
    ['resource class', '资源类别', '資源類別', '仪器类别', '儀器類別'],
    slug,
    'mass-spectrometer',
  ),
  period: required(['period', '周期', '週期', '配额周期', '配額週期', '年度'], code, '2026'),
  institution: given(
    ['institution', '单位', '單位', '成员单位', '成員單位', '单位名称'],
    institution,
    '示例大学',
  ),
  group: optional(['group', '课题组', '課題組'], words),
  project: optional(['project', '课题编号', '課題編號', '项目编号', '項目編號', 'project code'], code),
  // Multiplied once its unit is known.
  amount: required(
    ['amount', '数量', '數量', '额度', '額度', '配额', '配額', '机时数', '機時數'],
    decimal,
    '120.5',
  ),
  unit: required(['unit', '计量单位', '計量單位', '单位名', 'unit of account'], choice(unitWords), '小时'),
}

/** Gives units to an institution, or to a group or project of it where the row names one. */
export const grantFormat: Format<typeof grantColumns, GrantDraft> = {
  noun: 'grants',
  columns: grantColumns,
  draft: (row, at) => {
    const alliance = row.alliance ?? at.defaults.alliance ?? at.say('alliance', 'value-missing')
    const holder = holderOf(row, at)
    const given = at.take('amount', granted(row.amount, row.unit === 'hour' ? secondsPerHour : 1))
    if (alliance === undefined || holder === undefined || given === undefined) return undefined
    const { resourceClass, period, documentNumber } = row
    const unit = row.unit === 'hour' ? 'second' : row.unit
    return { alliance, documentNumber, resourceClass, period, holder, amount: given, unit }
  },
  key: ({ alliance, documentNumber, holder, resourceClass, period }) =>
    JSON.stringify([alliance, documentNumber, holder, resourceClass, period]),
}

function granted(text: string, perUnit: number): Meaning<Amount> {
  const read = scaled(text, perUnit)
  if ('fault' in read) return read
  return read.value > 0 ? meant(amount(read.value)) : meaningless('number-out-of-range')
}

function holderOf(
  row: RowOf<typeof grantColumns>,
  at: DraftContext<typeof grantColumns>,
): GrantHolder | undefined {
  const institution = institutionOf(row, at)
  if (institution === undefined) return undefined
  if (row.project !== undefined && row.group !== undefined) return at.say('group', 'value-conflict')
  if (row.project !== undefined) return { kind: 'project', institution, code: row.project }
  if (row.group !== undefined) return { kind: 'group', group: { institution, name: row.group } }
  return { kind: 'institution', institution }
}
