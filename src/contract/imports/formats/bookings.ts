import { BOOKING_KINDS, type BookingDraft, type BookingKind } from '../../../domain/imports.ts'
import type { Instant } from '../../../domain/units.ts'
import { choice, code, login, slug, whole, words } from '../cells.ts'
import { given, optional, required } from '../columns.ts'
import type { DraftContext, Format } from '../drafts.ts'
import { institution } from '../keys.ts'
import { institutionOf } from '../references.ts'
import { instantOf, moment, type Moment, zone } from '../times.ts'

const kindWords: Readonly<Record<BookingKind, readonly string[]>> = {
  use: ['使用', '上机', '上機', '预约', '預約', 'booking'],
  special: ['特殊', '专场', '專場'],
  maintenance: ['维护', '維護', '保养', '保養'],
  downtime: ['停机', '停機', '故障'],
}
const placesMax = 1_000_000

const bookingColumns = {
  source: given(['source', '来源系统', '來源系統'], slug, 'old-system'),
  externalId: required(
    ['external id', '预约编号', '預約編號', '预约单号', '預約單號', '编号', '編號', 'id'],
    code,
    '1001',
  ),
  institution: given(
    ['institution', '所属单位', '所屬單位', '管理单位', '管理單位'],
    institution,
    '示例大学',
  ),
  assetNumber: required(
    ['asset number', '资产编号', '資產編號', '仪器编号', '儀器編號', '设备编号', '設備編號'],
    code,
    '20260001',
  ),
  start: required(
    ['start', '开始时间', '開始時間', '开始', '開始', '预约开始时间'],
    moment,
    '2026-03-01 08:00',
  ),
  end: required(['end', '结束时间', '結束時間', '结束', '結束', '预约结束时间'], moment, '2026-03-01 12:00'),
  zone: given(['time zone', '时区', '時區', 'zone'], zone, 'Asia/Shanghai'),
  kind: optional(
    ['kind', '预约类型', '預約類型', '类型', '類型', 'type'],
    choice(kindWords),
    BOOKING_KINDS[0],
  ),
  places: optional(['places', '位数', '位數', '数量', '數量'], whole({ min: 1, max: placesMax }), '1'),
  person: optional(
    ['person', '使用人', '使用人', '预约人', '預約人', '用户', '用戶', 'user'],
    login,
    'zhang.san@example.edu.cn',
  ),
  bookedBy: optional(['booked by', '代约人', '代約人'], login, ''),
  project: optional(['project', '课题编号', '課題編號', '项目编号', '項目編號'], code, 'P-2026-001'),
  alliance: optional(['alliance', '联盟', '聯盟', '联盟代号'], slug, ''),
  title: optional(['title', '主题', '主題', '用途', '实验内容', '實驗內容'], words, '示例预约'),
}

type At = DraftContext<typeof bookingColumns>

/** Times with an offset are instants; the others are wall times in the row's zone or in the one given. */
export const bookingFormat: Format<typeof bookingColumns, BookingDraft> = {
  noun: 'bookings',
  columns: bookingColumns,
  draft: ({ institution: rowInstitution, assetNumber, zone: rowZone, start, end, ...row }, at) => {
    const source = row.source ?? at.defaults.source ?? at.say('source', 'value-missing')
    const institution = institutionOf({ institution: rowInstitution }, at)
    const zone = rowZone ?? at.defaults.zone
    const from = edgeOf('start', start, zone, at)
    const to = edgeOf('end', end, zone, at)
    if (source === undefined || institution === undefined || from === undefined || to === undefined)
      return undefined
    if (to <= from) return at.say('end', 'end-before-start')
    const instrument = { institution, assetNumber }
    return {
      ...row,
      source,
      instrument,
      start: from,
      end: to,
      kind: row.kind ?? 'use',
      places: row.places ?? 1,
    }
  },
  key: ({ source, externalId }) => JSON.stringify([source, externalId]),
}

function edgeOf(edge: 'start' | 'end', of: Moment, zone: string | undefined, at: At): Instant | undefined {
  if (of.kind === 'instant') return of.at
  return zone === undefined ? at.say('zone', 'value-missing') : at.take(edge, instantOf(of, zone))
}
