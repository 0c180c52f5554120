import type { ProjectDraft } from '../../../domain/imports.ts'
import { code, list, login, words } from '../cells.ts'
import { given, optional, required } from '../columns.ts'
import type { Format } from '../drafts.ts'
import { institution } from '../keys.ts'
import { importListMax, importMembersMax } from '../limits.ts'
import { checkDays, groupKey, institutionOf } from '../references.ts'
import { day } from '../times.ts'

const projectColumns = {
  code: required(
    ['code', '课题编号', '課題編號', '项目编号', '項目編號', 'project code'],
    code,
    'P-2026-001',
  ),
  name: required(['name', '课题名称', '課題名稱', '项目名称', '項目名稱', 'title'], words, '示例课题'),
  institution: given(
    ['institution', '所属单位', '所屬單位', '单位', '單位', '单位名称'],
    institution,
    '示例大学',
  ),
  group: required(['group', '课题组', '課題組', '所属课题组', '所屬課題組'], words, '示例课题组'),
  startsOn: required(
    ['starts on', '开始日期', '開始日期', '起始日期', '立项日期', '立項日期'],
    day,
    '2026-01-01',
  ),
  endsOn: optional(
    ['ends on', '结束日期', '結束日期', '截止日期', '结题日期', '結題日期'],
    day,
    '2028-12-31',
  ),
  fundingCodes: optional(
    ['funding codes', '经费卡号', '經費編號', '经费编号', '资助编号', '資助編號'],
    list(code, importListMax),
    'NSFC-00000001；NSFC-00000002',
  ),
  disciplines: optional(
    ['disciplines', '学科', '學科', '学科代码', '學科代碼'],
    list(code, importListMax),
    '180.17',
  ),
  members: optional(
    ['members', '课题成员', '課題成員', '成员', '成員', '参与人', '參與人'],
    list(login, importMembersMax),
    'zhang.san@example.edu.cn；li.si@example.edu.cn',
  ),
}

export const projectFormat: Format<typeof projectColumns, ProjectDraft> = {
  noun: 'projects',
  columns: projectColumns,
  draft: ({ institution: rowInstitution, fundingCodes = [], disciplines = [], members = [], ...row }, at) => {
    checkDays(row, at)
    const institution = institutionOf({ institution: rowInstitution }, at)
    if (institution === undefined) return undefined
    return { ...row, group: { institution, name: row.group }, fundingCodes, disciplines, members }
  },
  key: ({ group, code }) => JSON.stringify([groupKey(group), code]),
}
