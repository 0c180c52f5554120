import type { Seconds } from '../../domain/units.ts'
import { terms } from './terms/zh-Hant.ts'
import { fieldFor, termsFor, thingFor } from './terms/terms.ts'
import { known, lengthIn, quantityIn, type Words } from './words.ts'

const length = (total: Seconds) => lengthIn({ day: '天', hour: '小時', minute: '分鐘', second: '秒' }, total)
const units = { day: '位·日', sample: '樣' }
const quantity = (unit: string | null, amount: number | string) => quantityIn(units, length, unit, amount)
const measured = (measure: 'count' | 'seconds', value: number) =>
  measure === 'seconds' ? length(value as Seconds) : `${value} 次`
const holders = { person: '每人', group: '每個課題組', institution: '每個單位' }
const periods = { day: '每天', week: '每週', month: '每月', upcoming: '未結束的預約合計' }
const listed = (words: Readonly<Record<string, string>>, codes: readonly string[]) =>
  termsFor(words, codes).join('、')

export const zhHant: Words = {
  refusals: {
    'in-the-past': ['時間已過', (r, clock) => `開始時間 ${clock.moment(r.start)} 已過。`],
    'instrument-not-open': [
      '不在開放時間',
      (r, clock) => `儀器在 ${r.closed.map(clock.stretch).join('、')} 不開放。`,
    ],
    outage: ['儀器停機', (r, clock) => `儀器在 ${clock.stretch(r.span)} 停機。`],
    'operating-state': [
      '目前運行狀態不可預約',
      r =>
        `儀器處於「${listed(terms.states, [r.state])}」狀態，` +
        `${r.mayBook === 'invited' ? '只有受邀課題可以預約' : '暫不接受預約'}。`,
    ],
    'off-grid': [
      '未對齊時間格',
      r =>
        `${r.edge === 'start' ? '開始' : '結束'}時間須對齊 ${length(r.gridSeconds)} 的時間格（從當地零時起算）。`,
    ],
    'too-short': [
      '時長過短',
      r => `申請 ${length(r.requestedSeconds)}，最短須預約 ${length(r.shortestSeconds)}。`,
    ],
    'too-long': [
      '時長過長',
      r => `申請 ${length(r.requestedSeconds)}，最長可預約 ${length(r.longestSeconds)}。`,
    ],
    'notice-too-short': [
      '提前量不足',
      r => `須提前 ${length(r.requiredSeconds)} 預約，距開始僅剩 ${length(r.givenSeconds)}。`,
    ],
    'beyond-horizon': [
      '超出可預約期限',
      r => `最遠可預約到 ${length(r.horizonSeconds)} 以後，本次在 ${length(r.requestedSeconds)} 後結束。`,
    ],
    'not-shared': ['未向本單位開放', () => '該儀器未向您所在單位開放共享。'],
    'not-a-member': ['不是成員單位', r => `您所在單位在 ${r.on} 不是該聯盟的成員單位。`],
    'no-booking-right': ['沒有預約權', () => '您所在單位可查看該聯盟，但沒有預約權。'],
    'not-a-party': ['不是協議方', () => '您所在單位不是該合作協議的簽約方。'],
    'project-not-active': ['課題不在有效期', r => `課題在 ${r.on} 不在有效期內。`],
    'project-unclear': [
      '請指明課題',
      r => `預約須指明課題；您有 ${r.eligibleProjectIds.length} 個課題可選。`,
    ],
    'person-not-on-project': ['不是課題成員', () => '該人員不是此課題的成員。'],
    'on-behalf-not-allowed': ['不可代約', () => '此儀器只有儀器管理員可以代約。'],
    'cap-exceeded': [
      '超出預約上限',
      r =>
        `${holders[r.per]}${periods[r.period]}上限為 ${measured(r.measure, r.limit)}，` +
        `已預約 ${measured(r.measure, r.used)}，本次申請 ${measured(r.measure, r.requested)}。`,
    ],
    'customs-notice-missing': [
      '缺少海關監管告知',
      r => `儀器處於海關監管期內（至 ${r.supervisedUntil}），須先辦理告知。`,
    ],
    'slot-taken': [
      '時段已被佔用',
      (r, clock) => (r.span === null ? '該時段已被佔用。' : `時段 ${clock.stretch(r.span)} 已被佔用。`),
    ],
    'capacity-exceeded': [
      '餘位不足',
      r =>
        `餘位不足${known(r.requested, n => `：申請 ${n}`)}${known(r.free, n => `，空餘 ${n}`)}` +
        `${known(r.capacity, n => `，總數 ${n}`)}。`,
    ],
    'pool-full': ['沒有可用的儀器', r => `同類儀器組中的 ${r.units} 台都不能接受此預約。`],
    'change-window-passed': [
      '已過可改期時間',
      r => `須在開始前 ${length(r.windowSeconds)} 改期，現距開始 ${length(r.givenSeconds)}。`,
    ],
    'cancel-window-passed': [
      '已過可取消時間',
      r => `須在開始前 ${length(r.windowSeconds)} 取消，現距開始 ${length(r.givenSeconds)}。`,
    ],
    'check-in-too-early': ['尚不能簽到', (r, clock) => `簽到從 ${clock.moment(r.opensAt)} 開始。`],
    'quota-exhausted': [
      '配額不足',
      r =>
        `配額不足${known(r.needed, n => `：需要 ${quantity(r.unit, n)}`)}` +
        `${known(r.available, n => `，可用 ${quantity(r.unit, n)}`)}。`,
    ],
    'period-closed': ['週期已關閉', () => '該週期已關閉，更正請記入目前週期。'],
    'no-period': ['沒有週期', (r, clock) => `${clock.moment(r.at)} 不在任何週期內。`],
    'ledger-mismatch': ['帳本不一致', () => '這些帳戶不屬於同一帳本。'],
    'reversal-exceeds-original': [
      '沖正超過原額',
      r =>
        '沖正不能超過原記錄尚未沖正的部分' +
        known(r.original, n => `：原額 ${quantity(r.unit, n)}`) +
        `${known(r.reversed, n => `，已沖正 ${quantity(r.unit, n)}`)}。`,
    ],
    'reversal-of-reversal': ['沖正不可再沖正', () => '沖正記錄不能再沖正，請重新記帳。'],
    'hold-already-resolved': ['預佔已處理', () => '該預佔已結算或釋放。'],
    'settle-exceeds-hold': [
      '結算超過預佔',
      r =>
        '結算不能超過預佔的數量' +
        known(r.held, n => `：預佔 ${quantity(r.unit, n)}`) +
        `${known(r.asked, n => `，申請結算 ${quantity(r.unit, n)}`)}。`,
    ],
    'not-found': ['未找到', r => `沒有這項${thingFor(terms, r.noun)}，或您無權查看。`],
    'not-allowed': [
      '沒有權限',
      r => `您沒有權限進行此操作${r.mayDo.length > 0 ? `；可操作者：${listed(terms.roles, r.mayDo)}` : ''}。`,
    ],
    'wrong-state': [
      '狀態不符',
      r =>
        `目前狀態為「${listed(terms.states, [r.state])}」，此操作只適用於：${listed(terms.states, r.allowed)}。`,
    ],
    'version-stale': [
      '內容已被修改',
      r => `您看到的是第 ${r.given} 版，目前為第 ${r.current} 版，請重新載入。`,
    ],
    'already-exists': ['已存在', r => `已有一項相同的${thingFor(terms, r.noun)}，請換一個值。`],
    'reason-required': ['須說明理由', () => '此操作須說明理由。'],
    'idempotency-mismatch': ['冪等鍵已用於其他請求', () => '此 Idempotency-Key 曾用於另一個請求。'],
    'invalid-value': [
      '取值無效',
      r => `「${fieldFor(terms, r.field)}」的值無效：${listed(terms.faults, [r.fault])}。`,
    ],
    'in-use': ['仍在使用', r => `仍有${thingFor(terms, r.noun)}在使用它。`],
    'credentials-wrong': ['登入失敗', () => '帳號或密碼不正確。'],
    'session-ended': ['工作階段已結束', () => '工作階段已結束，請重新登入。'],
  },
  problems: {
    'bad-request': ['請求有誤', '無法按此內容處理請求；每處錯誤都註明了位置。'],
    unauthenticated: ['需要登入', '需要有效的存取權杖：Authorization: Bearer …。'],
    'no-such-route': ['位址不存在', '此位址不接受該方法。'],
    'not-acceptable': ['無法依要求的類型回應', '此位址只以未被請求的內容類型回應。'],
    'body-too-large': ['內容過大', '請求內容超過此位址可接收的大小。'],
    'unsupported-media-type': ['不支援的內容類型', '此位址不接收這種類型的內容。'],
    'too-many-requests': ['請求過多', '請稍後再試，Retry-After 給出等待時間。'],
    unavailable: ['暫時不可用', '沒有儲存任何內容，可以重新傳送同一請求。'],
    internal: ['內部錯誤', '這是我們的錯誤，已按請求編號記錄。'],
  },
  faults: {
    'not-well-formed': '須為合法的 Unicode 文字，且不含 U+0000。',
    'day-out-of-range': '日期超出範圍。',
    'instant-out-of-range': '時間超出範圍。',
    'not-a-time-of-day': '須為 00:00 至 24:00 之間的時間。',
    'unknown-zone': '未知的時區。',
    'not-a-uscc': '須為 18 位統一社會信用代碼，且校驗碼正確。',
    'not-a-ror': '須為 https://ror.org/… 形式的 ROR 編號，且校驗位正確。',
    'one-of-instrument-or-pool': '須且只須給出儀器或同類儀器組之一',
    'one-of-instrument-or-alliance': '須且只須給出儀器或聯盟之一',
    'ends-before-start': '結束時間須晚於開始時間',
    'window-too-long': '時間範圍過長',
  },
}
