import type { InstrumentDraft } from '../../../domain/imports.ts'
import type { OperatingState } from '../../../domain/instrument.ts'
import { amount, type Amount } from '../../../domain/units.ts'
import {
  choice,
  code,
  decimal,
  scaled,
  slug,
  type Meaning,
  meaningless,
  meant,
  whole,
  words,
} from '../cells.ts'
import { given, optional, required, type RowOf } from '../columns.ts'
import type { DraftContext, Format } from '../drafts.ts'
import { currency, institution, minorUnits } from '../keys.ts'
import { institutionKey, institutionOf } from '../references.ts'
import { day, zone } from '../times.ts'

const stateWords: Readonly<Record<OperatingState, readonly string[]>> = {
  construction: ['在建', '建设中', '建設中'],
  research: ['科研', '科研状态', '科研狀態'],
  trial: ['试运行', '試運行'],
  operation: ['正式运行', '正式運行', '运行', '運行', '正常', 'running', 'in operation'],
  retired: ['停用', '报废', '報廢', 'out of service'],
}
const purposeWords = {
  general: ['通用', '通用仪器', '通用儀器'],
  dedicated: ['专用', '專用', '专用仪器'],
} as const
const useWords = {
  exclusive: ['独占', '獨佔', '独享'],
  shared: ['共享', '共用', '多用户', '多用戶'],
} as const
const capacityMax = 1_000_000

const instrumentColumns = {
  institution: given(
    ['institution', '所属单位', '所屬單位', '管理单位', '管理單位', '单位', '單位'],
    institution,
    '示例大学',
  ),
  assetNumber: required(
    ['asset number', '资产编号', '資產編號', '设备编号', '設備編號', '仪器编号', '儀器編號', 'innerId'],
    code,
    '20260001',
  ),
  name: required(
    ['name', '仪器名称', '儀器名稱', '设备名称', '設備名稱', '名称', '名稱', 'instrument'],
    words,
    '示例质谱仪',
  ),
  nameEn: optional(['English name', '英文名称', '英文名稱'], words, 'Example mass spectrometer'),
  resourceClass: optional(['resource class', '资源类别', '資源類別'], slug, 'mass-spectrometer'),
  classCode: optional(['class code', '分类编码', '分類編碼', '分类代码', '分類代碼'], code, '03030300'),
  use: optional(['use', '使用方式', '使用方式', '占用方式', '佔用方式'], choice(useWords), '独占'),
  capacity: optional(
    ['capacity', '容量', '容量', '位数', '位數', '通道数', '通道數', 'places'],
    whole({ min: 1, max: capacityMax }),
    '1',
  ),
  pool: optional(['pool', '同类仪器组', '同類儀器組'], words, ''),
  maker: optional(
    ['maker', '生产厂商', '生產廠商', '制造商', '製造商', '厂商', '廠商', 'manufacturer'],
    words,
    '示例公司',
  ),
  model: optional(['model', '型号', '型號', '规格型号', '規格型號'], words, 'EX-100'),
  serial: optional(['serial', '序列号', '序號', '出厂编号', '出廠編號', 'serial number'], words, 'SN0001'),
  origin: optional(['origin', '产地', '產地', '产地国别', '產地國別', '国别', '國別'], words, '中国'),
  purpose: optional(
    ['purpose', '通用/专用', '通用/專用', '仪器类型', '儀器類型'],
    choice(purposeWords),
    '通用',
  ),
  source: optional(['source', '来源', '來源', '仪器来源', '儀器來源', '购置来源', '購置來源'], words, '购置'),
  originalValue: optional(
    ['original value', '原值', '原值', '原值（元）', '仪器原值', '儀器原值', '价格', '價格'],
    decimal,
    '1250000.00',
  ),
  originalValueWan: optional(
    ['original value (10,000)', '原值（万元）', '原值（萬元）', '仪器原值（万元）'],
    decimal,
    '',
  ),
  currency: optional(['currency', '币种', '幣種', '货币', '貨幣'], currency, 'CNY'),
  commissionedOn: optional(
    ['date commissioned', '启用日期', '啟用日期', '启用时间', '購置日期', '购置日期'],
    day,
    '2026-01-01',
  ),
  customsSupervisedUntil: optional(
    ['customs supervised until', '海关监管至', '海關監管至', '海关监管期至', '监管截止日期'],
    day,
  ),
  technique: optional(['technique', '技术类别', '技術類別', '技术方法', '技術方法'], words, '质谱'),
  serviceText: optional(
    ['service', '服务内容', '服務內容', '主要功能', '服务说明', '服務說明'],
    words,
    '蛋白质组分析',
  ),
  location: optional(
    ['location', '安放地点', '安放地點', '存放地点', '存放地點', '地点', '地點', '房间', '房間'],
    words,
    '示例楼101',
  ),
  zone: given(['time zone', '时区', '時區', 'zone'], zone, 'Asia/Shanghai'),
  operatingState: optional(
    ['operating state', '运行状态', '運行狀態', '状态', '狀態', 'state'],
    choice(stateWords),
    '正式运行',
  ),
  contact: optional(['contact', '联系人', '聯絡人', '仪器联系人', '儀器聯絡人', '联系方式'], words, ''),
}

type Row = RowOf<typeof instrumentColumns>
type At = DraftContext<typeof instrumentColumns>

/** Instruments whose class no one named are counted together. */
const resourceClassUsual = 'instrument'

/** More than one place means shared; shared without a number of places is a gap. */
export const instrumentFormat: Format<typeof instrumentColumns, InstrumentDraft> = {
  noun: 'instruments',
  columns: instrumentColumns,
  draft: ({ use, originalValue, originalValueWan, ...row }, at) => {
    const institution = institutionOf(row, at)
    const zone = row.zone ?? at.defaults.zone ?? at.say('zone', 'value-missing')
    const places = placesOf(use, row.capacity, at)
    const value = valueOf({ originalValue, originalValueWan, currency: row.currency }, at)
    if (institution === undefined || zone === undefined || places === undefined) return undefined
    return {
      ...row,
      institution,
      zone,
      ...places,
      ...value,
      resourceClass: row.resourceClass ?? resourceClassUsual,
      purpose: row.purpose ?? 'general',
      operatingState: row.operatingState ?? 'operation',
    }
  },
  key: ({ institution, assetNumber }) => JSON.stringify([institutionKey(institution), assetNumber]),
}

function placesOf(use: Row['use'], capacity: number | undefined, at: At) {
  if (use === 'shared' && capacity === undefined) return at.say('capacity', 'value-missing')
  if (use === 'exclusive' && capacity !== undefined && capacity > 1)
    return at.say('capacity', 'value-conflict')
  return {
    exclusive: use === 'exclusive' || (use === undefined && (capacity ?? 1) === 1),
    capacity: capacity ?? 1,
  }
}

/** Tables in China often give values in 万元; the two columns exclude each other. */
const yuanPerWan = 10_000

type Value = Pick<InstrumentDraft, 'originalValueMinor' | 'currency'>

function valueOf(
  row: Pick<Row, 'originalValue' | 'originalValueWan' | 'currency'>,
  at: At,
): Value | undefined {
  const { originalValue, originalValueWan } = row
  if (originalValue !== undefined && originalValueWan !== undefined)
    return at.say('originalValueWan', 'value-conflict')
  if (originalValue === undefined && originalValueWan === undefined) return undefined
  const of = row.currency ?? at.defaults.currency ?? at.say('currency', 'value-missing')
  if (of === undefined) return undefined
  const minor =
    originalValue === undefined
      ? at.take('originalValueWan', money(originalValueWan ?? '', minorUnits(of) * yuanPerWan))
      : at.take('originalValue', money(originalValue, minorUnits(of)))
  return minor === undefined ? undefined : { originalValueMinor: minor, currency: of }
}

function money(text: string, minorPerUnit: number): Meaning<Amount> {
  const read = scaled(text, minorPerUnit)
  if ('fault' in read) return read
  return read.value >= 0 ? meant(amount(read.value)) : meaningless('number-out-of-range')
}
