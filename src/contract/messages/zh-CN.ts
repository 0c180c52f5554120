import type { Seconds } from '../../domain/units.ts'
import { terms } from './terms/zh-CN.ts'
import { fieldFor, termsFor, thingFor } from './terms/terms.ts'
import { known, lengthIn, quantityIn, type Words } from './words.ts'

const length = (total: Seconds) => lengthIn({ day: '天', hour: '小时', minute: '分钟', second: '秒' }, total)
const units = { day: '位·天', sample: '样' }
const quantity = (unit: string | null, amount: number | string) => quantityIn(units, length, unit, amount)
const measured = (measure: 'count' | 'seconds', value: number) =>
  measure === 'seconds' ? length(value as Seconds) : `${value} 次`
const holders = { person: '每人', group: '每个课题组', institution: '每个单位' }
const periods = { day: '每天', week: '每周', month: '每月', upcoming: '未结束的预约合计' }
const listed = (words: Readonly<Record<string, string>>, codes: readonly string[]) =>
  termsFor(words, codes).join('、')

export const zhCN: Words = {
  refusals: {
    'in-the-past': ['时间已过', (r, clock) => `开始时间 ${clock.moment(r.start)} 已过。`],
    'instrument-not-open': [
      '不在开放时间',
      (r, clock) => `仪器在 ${r.closed.map(clock.stretch).join('、')} 不开放。`,
    ],
    outage: ['仪器停机', (r, clock) => `仪器在 ${clock.stretch(r.span)} 停机。`],
    'operating-state': [
      '当前运行状态不可预约',
      r =>
        `仪器处于“${listed(terms.states, [r.state])}”状态，` +
        `${r.mayBook === 'invited' ? '只有受邀课题可以预约' : '暂不接受预约'}。`,
    ],
    'off-grid': [
      '未对齐时间格',
      r =>
        `${r.edge === 'start' ? '开始' : '结束'}时间须对齐 ${length(r.gridSeconds)} 的时间格（从当地零点起算）。`,
    ],
    'too-short': [
      '时长过短',
      r => `申请 ${length(r.requestedSeconds)}，最短须预约 ${length(r.shortestSeconds)}。`,
    ],
    'too-long': [
      '时长过长',
      r => `申请 ${length(r.requestedSeconds)}，最长可预约 ${length(r.longestSeconds)}。`,
    ],
    'notice-too-short': [
      '提前量不足',
      r => `须提前 ${length(r.requiredSeconds)} 预约，距开始仅剩 ${length(r.givenSeconds)}。`,
    ],
    'beyond-horizon': [
      '超出可预约期限',
      r => `最远可预约到 ${length(r.horizonSeconds)} 以后，本次在 ${length(r.requestedSeconds)} 后结束。`,
    ],
    'not-shared': ['未向本单位开放', () => '该仪器未向您所在单位开放共享。'],
    'not-a-member': ['不是成员单位', r => `您所在单位在 ${r.on} 不是该联盟的成员单位。`],
    'no-booking-right': ['没有预约权', () => '您所在单位可查看该联盟，但没有预约权。'],
    'not-a-party': ['不是协议方', () => '您所在单位不是该合作协议的签约方。'],
    'project-not-active': ['课题不在有效期', r => `课题在 ${r.on} 不在有效期内。`],
    'project-unclear': [
      '请指明课题',
      r => `预约须指明课题；您有 ${r.eligibleProjectIds.length} 个课题可选。`,
    ],
    'person-not-on-project': ['不是课题成员', () => '该人员不是此课题的成员。'],
    'on-behalf-not-allowed': ['不可代约', () => '此仪器只有仪器管理员可以代约。'],
    'cap-exceeded': [
      '超出预约上限',
      r =>
        `${holders[r.per]}${periods[r.period]}上限为 ${measured(r.measure, r.limit)}，` +
        `已预约 ${measured(r.measure, r.used)}，本次申请 ${measured(r.measure, r.requested)}。`,
    ],
    'customs-notice-missing': [
      '缺少海关监管告知',
      r => `仪器处于海关监管期内（至 ${r.supervisedUntil}），须先办理告知。`,
    ],
    'slot-taken': [
      '时段已被占用',
      (r, clock) => (r.span === null ? '该时段已被占用。' : `时段 ${clock.stretch(r.span)} 已被占用。`),
    ],
    'capacity-exceeded': [
      '余位不足',
      r =>
        `余位不足${known(r.requested, n => `：申请 ${n}`)}${known(r.free, n => `，空余 ${n}`)}` +
        `${known(r.capacity, n => `，总数 ${n}`)}。`,
    ],
    'pool-full': ['没有可用的仪器', r => `同类仪器组中的 ${r.units} 台都不能接受此预约。`],
    'change-window-passed': [
      '已过可改期时间',
      r => `须在开始前 ${length(r.windowSeconds)} 改期，现距开始 ${length(r.givenSeconds)}。`,
    ],
    'cancel-window-passed': [
      '已过可取消时间',
      r => `须在开始前 ${length(r.windowSeconds)} 取消，现距开始 ${length(r.givenSeconds)}。`,
    ],
    'check-in-too-early': ['尚不能签到', (r, clock) => `签到从 ${clock.moment(r.opensAt)} 开始。`],
    'quota-exhausted': [
      '额度不足',
      r =>
        `额度不足${known(r.needed, n => `：需要 ${quantity(r.unit, n)}`)}` +
        `${known(r.available, n => `，可用 ${quantity(r.unit, n)}`)}。`,
    ],
    'period-closed': ['周期已关闭', () => '该周期已关闭，更正请记入当前周期。'],
    'no-period': ['没有周期', (r, clock) => `${clock.moment(r.at)} 不在任何周期内。`],
    'ledger-mismatch': ['账本不一致', () => '这些账户不属于同一账本。'],
    'reversal-exceeds-original': [
      '冲正超过原额',
      r =>
        '冲正不能超过原记录尚未冲正的部分' +
        known(r.original, n => `：原额 ${quantity(r.unit, n)}`) +
        `${known(r.reversed, n => `，已冲正 ${quantity(r.unit, n)}`)}。`,
    ],
    'reversal-of-reversal': ['冲正不可再冲正', () => '冲正记录不能再冲正，请重新记账。'],
    'hold-already-resolved': ['预占已处理', () => '该预占已结算或释放。'],
    'settle-exceeds-hold': [
      '结算超过预占',
      r =>
        '结算不能超过预占的数量' +
        known(r.held, n => `：预占 ${quantity(r.unit, n)}`) +
        `${known(r.asked, n => `，申请结算 ${quantity(r.unit, n)}`)}。`,
    ],
    'not-found': ['未找到', r => `没有这项${thingFor(terms, r.noun)}，或您无权查看。`],
    'not-allowed': [
      '没有权限',
      r => `您没有权限进行此操作${r.mayDo.length > 0 ? `；可操作者：${listed(terms.roles, r.mayDo)}` : ''}。`,
    ],
    'wrong-state': [
      '状态不符',
      r =>
        `当前状态为“${listed(terms.states, [r.state])}”，此操作只适用于：${listed(terms.states, r.allowed)}。`,
    ],
    'version-stale': [
      '内容已被修改',
      r => `您看到的是第 ${r.given} 版，当前为第 ${r.current} 版，请重新载入。`,
    ],
    'already-exists': ['已存在', r => `已有一项相同的${thingFor(terms, r.noun)}，请换一个值。`],
    'reason-required': ['须说明理由', () => '此操作须说明理由。'],
    'idempotency-mismatch': ['幂等键已用于其他请求', () => '此 Idempotency-Key 曾用于另一个请求。'],
    'invalid-value': [
      '取值无效',
      r => `“${fieldFor(terms, r.field)}”的值无效：${listed(terms.faults, [r.fault])}。`,
    ],
    'in-use': ['仍在使用', r => `仍有${thingFor(terms, r.noun)}在使用它。`],
    'credentials-wrong': ['登录失败', () => '账号或密码不正确。'],
    'session-ended': ['会话已结束', () => '会话已结束，请重新登录。'],
  },
  problems: {
    'bad-request': ['请求有误', '无法按此内容处理请求；每处错误都注明了位置。'],
    unauthenticated: ['需要登录', '需要有效的访问令牌：Authorization: Bearer …。'],
    'no-such-route': ['地址不存在', '此地址不接受该方法。'],
    'not-acceptable': ['无法按要求的类型回应', '此地址只以未被请求的内容类型回应。'],
    'body-too-large': ['内容过大', '请求内容超过此地址可接收的大小。'],
    'unsupported-media-type': ['不支持的内容类型', '此地址不接收这种类型的内容。'],
    'too-many-requests': ['请求过多', '请稍后再试，Retry-After 给出等待时间。'],
    unavailable: ['暂时不可用', '没有保存任何内容，可以重新发送同一请求。'],
    internal: ['内部错误', '这是我们的错误，已按请求编号记录。'],
  },
  faults: {
    'not-well-formed': '须为合法的 Unicode 文本，且不含 U+0000。',
    'day-out-of-range': '日期超出范围。',
    'instant-out-of-range': '时间超出范围。',
    'not-a-time-of-day': '须为 00:00 至 24:00 之间的时间。',
    'unknown-zone': '未知的时区。',
    'not-a-uscc': '须为 18 位统一社会信用代码，且校验码正确。',
    'not-a-ror': '须为 https://ror.org/… 形式的 ROR 编号，且校验位正确。',
    'one-of-instrument-or-pool': '须且只须给出仪器或同类仪器组之一',
    'one-of-instrument-or-alliance': '须且只须给出仪器或联盟之一',
    'ends-before-start': '结束时间须晚于开始时间',
    'window-too-long': '时间范围过长',
  },
}
