import type { PersonDraft } from '../../../domain/imports.ts'
import { loginKindOf } from '../../../domain/person.ts'
import { choice, code, email, login, words } from '../cells.ts'
import { given, optional, required } from '../columns.ts'
import type { Format } from '../drafts.ts'
import { institution } from '../keys.ts'
import { checkDays, institutionKey, institutionOf } from '../references.ts'
import { day } from '../times.ts'

const userKindWords = {
  domestic: ['境内', '境內', '内地', '內地', '大陆', '大陸'],
  'hk-mo-tw': ['港澳台', '港澳臺', '香港', '澳门', '澳門', '台湾', '台灣'],
  foreign: ['国外', '國外', '境外', '外籍'],
} as const

const personColumns = {
  login: required(
    ['login', '登录名', '登入名', '账号', '帳號', '工号', '工號', 'username'],
    login,
    'zhang.san@example.edu.cn',
  ),
  name: optional(['name', '姓名', '姓名', '人员姓名', '人員姓名'], words, '张三（示例）'),
  nameEn: optional(['English name', '英文姓名', '英文姓名', '英文名'], words, 'Zhang San (example)'),
  email: optional(['e-mail', '邮箱', '電郵', '电子邮箱', '電子郵箱', '電子郵件', 'email', 'mail'], email),
  phone: optional(['phone', '手机号', '手機號碼', '电话', '電話', '手机', '手機', 'mobile'], code),
  userKind: optional(
    ['user kind', '用户类别', '用戶類別', '人员类别', '人員類別'],
    choice(userKindWords),
    '境内',
  ),
  institution: given(
    ['institution', '所属单位', '所屬單位', '单位', '單位', '单位名称', '單位名稱'],
    institution,
    '示例大学',
  ),
  group: optional(['group', '课题组', '課題組', '所属课题组', '所屬課題組'], words, '示例课题组'),
  startsOn: optional(
    ['starts on', '加入日期', '加入日期', '入职日期', '入職日期', '开始日期', '開始日期'],
    day,
    '2026-01-01',
  ),
  endsOn: optional(['ends on', '离开日期', '離開日期', '结束日期', '結束日期', '到期日期'], day),
}

/** A row is one affiliation: a person with two stands in two rows. */
export const personFormat: Format<typeof personColumns, PersonDraft> = {
  noun: 'people',
  columns: personColumns,
  draft: (row, at) => {
    checkDays(row, at)
    const institution = institutionOf(row, at)
    const loginKind = loginKindOf(row.login)
    return institution && { ...row, loginKind, userKind: row.userKind ?? 'domestic', institution }
  },
  key: ({ login, institution, group }) => JSON.stringify([login, institutionKey(institution), group]),
}
