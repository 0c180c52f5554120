import type { MembershipDraft } from '../../../domain/imports.ts'
import { choice, list, slug, words } from '../cells.ts'
import { given, optional, required } from '../columns.ts'
import type { Format } from '../drafts.ts'
import { institution } from '../keys.ts'
import { checkDays, institutionKey } from '../references.ts'
import { day } from '../times.ts'

/** Roles an alliance's papers name; the wording shown is the alliance's own. */
const roleWords = {
  founder: ['发起单位', '發起單位', '发起人单位'],
  chair: ['理事长单位', '理事長單位'],
  'vice-chair': ['副理事长单位', '副理事長單位'],
  secretariat: ['秘书长单位', '秘書長單位', '秘书处', '秘書處'],
  lead: ['龙头企业', '龍頭企業', '牵头单位', '牽頭單位', '盟主'],
  member: ['成员单位', '成員單位', '成员', '成員', '会员单位', '會員單位'],
  partner: ['伙伴单位', '夥伴單位'],
  'co-builder': ['共建单位', '共建單位'],
  shareholder: ['股东单位', '股東單位'],
  'platform-host': ['平台单位', '平台單位'],
  broker: ['中介单位', '中介單位'],
  observer: ['观察员', '觀察員', '政府观察员', '政府觀察員'],
  user: ['用户单位', '用戶單位'],
} as const
const rolesMax = 8

const membershipColumns = {
  alliance: given(
    ['alliance', '联盟', '聯盟', '联盟代号', '创新联合体', '創新聯合體'],
    slug,
    'example-alliance',
  ),
  institution: required(
    ['institution', '成员单位', '成員單位', '单位', '單位', '单位名称', '單位名稱'],
    institution,
    '示例大学',
  ),
  roles: required(['roles', '角色', '角色', '身份', 'role'], list(choice(roleWords), rolesMax), '成员单位'),
  label: optional(['label', '角色名称', '角色名稱', '称谓', '稱謂'], words, ''),
  right: optional(
    ['booking right', '预约权', '預約權'],
    choice({ full: ['可预约', '可預約', '是'], observer: ['观察', '觀察', '否'] }),
    'full',
  ),
  startsOn: required(
    ['starts on', '加入日期', '加入日期', '开始日期', '開始日期', 'from'],
    day,
    '2026-01-01',
  ),
  endsOn: optional(['ends on', '退出日期', '退出日期', '结束日期', '結束日期', 'until'], day),
}

/** A row is one membership; `label` is the wording of its first role. */
export const membershipFormat: Format<typeof membershipColumns, MembershipDraft> = {
  noun: 'memberships',
  columns: membershipColumns,
  draft: ({ label, ...row }, at) => {
    checkDays(row, at)
    const alliance = row.alliance ?? at.defaults.alliance ?? at.say('alliance', 'value-missing')
    if (alliance === undefined) return undefined
    const roles = row.roles.map((role, index) =>
      index === 0 && label !== undefined ? { role, label } : { role },
    )
    return { ...row, alliance, roles }
  },
  key: ({ alliance, institution, startsOn }) =>
    JSON.stringify([alliance, institutionKey(institution), startsOn]),
}
