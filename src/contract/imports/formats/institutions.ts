import { INSTITUTION_KINDS, type InstitutionDraft, type InstitutionKind } from '../../../domain/imports.ts'
import { choice, code, words } from '../cells.ts'
import { optional, required } from '../columns.ts'
import type { Format } from '../drafts.ts'
import { jurisdiction, ror, uscc } from '../keys.ts'

const kindWords: Readonly<Record<InstitutionKind, readonly string[]>> = {
  university: ['大学', '大學', '高校', '高等院校'],
  research: ['科研院所', '研究所', '科研機構', '科研机构'],
  company: ['企业', '企業', '公司', 'enterprise'],
  hospital: ['医院', '醫院', '医疗机构', '醫療機構'],
  government: ['政府', '政府部门', '政府部門', '机关', '機關'],
  association: ['社会团体', '社會團體', '协会', '協會', '学会', '學會'],
  other: ['其他'],
}

const institutionColumns = {
  name: required(
    ['name', '单位名称', '單位名稱', '名称', '名稱', '机构名称', '機構名稱', 'institution'],
    words,
    '示例大学',
  ),
  nameEn: optional(['English name', '英文名称', '英文名稱'], words, 'Example University'),
  kind: required(
    ['kind', '单位类型', '單位類型', '单位性质', '類型', '类型'],
    choice(kindWords),
    INSTITUTION_KINDS[0],
  ),
  jurisdiction: optional(
    ['jurisdiction', '法域', '法域', '国家或地区', '國家或地區', 'country'],
    jurisdiction,
    'CN',
  ),
  uscc: optional(
    ['USCC', '统一社会信用代码', '統一社會信用代碼', '信用代码', '信用代碼'],
    uscc,
    '91350100M000100Y43',
  ),
  ror: optional(['ROR', 'ROR编号', 'ROR編號', 'ROR ID'], ror),
  ownId: optional(['own id', '单位编号', '單位編號', '机构编号', '機構編號'], code, 'U001'),
}

/** Mainland institutions are the usual case; others name their jurisdiction. */
const jurisdictionUsual = 'CN'

export const institutionFormat: Format<typeof institutionColumns, InstitutionDraft> = {
  noun: 'institutions',
  columns: institutionColumns,
  draft: row => ({ ...row, jurisdiction: row.jurisdiction ?? jurisdictionUsual }),
  key: ({ uscc, ror, ownId, name }) => uscc ?? ror ?? ownId ?? name,
}
