import type { GroupDraft } from '../../../domain/imports.ts'
import { login, words } from '../cells.ts'
import { given, optional, required } from '../columns.ts'
import type { Format } from '../drafts.ts'
import { institution } from '../keys.ts'
import { groupKey, institutionOf } from '../references.ts'

const groupColumns = {
  institution: given(
    ['institution', '所属单位', '所屬單位', '单位', '單位', '单位名称'],
    institution,
    '示例大学',
  ),
  name: required(
    ['group', '课题组', '課題組', '课题组名称', '課題組名稱', 'group name'],
    words,
    '示例课题组',
  ),
  nameEn: optional(['English name', '英文名称', '英文名稱'], words, 'Example Group'),
  investigator: optional(
    ['principal investigator', '课题组负责人', '課題組負責人', '负责人', '負責人', '导师', '導師', 'PI'],
    login,
    'pi@example.edu.cn',
  ),
}

export const groupFormat: Format<typeof groupColumns, GroupDraft> = {
  noun: 'groups',
  columns: groupColumns,
  draft: (row, at) => {
    const institution = institutionOf(row, at)
    return institution && { ...row, institution }
  },
  key: groupKey,
}
