import type { Cap, PolicyRules, Weekday } from '../../domain/policy.ts'
import type { Amount, BasisPoints, Seconds, TimeOfDay } from '../../domain/units.ts'

/** What instruments of one kind are called and how they are shared in the demonstration. */
export interface Kind {
  readonly name: string
  readonly nameEn: string
  readonly technique: string
  readonly quota: 'tracked' | 'enforced'
  readonly rules: Partial<PolicyRules>
  /** How often somebody books it on a working day. */
  readonly demand: number
  /** Whether weekends and holidays are quieter: not for animals and computers. */
  readonly rests: boolean
}

const hours = (count: number) => (count * 3600) as Seconds
const workdays: readonly Weekday[] = [1, 2, 3, 4, 5]
const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const open = (days: readonly Weekday[], from: string, to: string) => ({
  weekly: days.map(weekday => ({ weekday, from: from as TimeOfDay, to: to as TimeOfDay })),
  exceptions: [],
})
const yuan = (internal: number, member: number, external: number) => ({
  currency: 'CNY',
  perUnitMinor: {
    internal: (internal * 100) as Amount,
    member: (member * 100) as Amount,
    partner: (Math.round(external * 0.8) * 100) as Amount,
    external: (external * 100) as Amount,
  },
})

/** At most so many hours a person a week in prime time, unless booked within a day of the start. */
const primeTimeCap: Cap = {
  per: 'person',
  measure: 'seconds',
  limit: hours(12),
  period: 'week',
  window: workdays.map(weekday => ({ weekday, from: '09:00' as TimeOfDay, to: '18:00' as TimeOfDay })),
  exemptWithinSeconds: hours(24),
}

const microscope: Partial<PolicyRules> = {
  opening: open(everyDay, '08:00', '22:00'),
  gridSeconds: 900 as Seconds,
  shortestSeconds: 1800 as Seconds,
  longestSeconds: hours(5),
  horizonSeconds: hours(14 * 24),
  attendance: 'check-in',
  noShowAfterSeconds: 1800 as Seconds,
  caps: [primeTimeCap],
  price: yuan(100, 150, 300),
}

const bench: Partial<PolicyRules> = {
  opening: open(workdays, '08:30', '20:30'),
  gridSeconds: 1800 as Seconds,
  shortestSeconds: hours(1),
  longestSeconds: hours(8),
  noticeSeconds: hours(2),
  horizonSeconds: hours(30 * 24),
  price: yuan(120, 200, 400),
}

/** A late cancellation costs all of its time, so that the pool's hours stay whole. */
const cyclers: Partial<PolicyRules> = {
  ...bench,
  shortestSeconds: 1800 as Seconds,
  lateCancelForfeit: 10_000 as BasisPoints,
}

const longRun: Partial<PolicyRules> = {
  gridSeconds: hours(1),
  shortestSeconds: hours(2),
  longestSeconds: hours(24),
  noticeSeconds: hours(12),
  horizonSeconds: hours(30 * 24),
  prepSeconds: 1800 as Seconds,
  postSeconds: 1800 as Seconds,
  price: yuan(200, 300, 600),
}

const byRequest: Partial<PolicyRules> = {
  ...longRun,
  approval: 'staff',
  approvalHoldSeconds: hours(72),
  lateCancelForfeit: 10_000 as BasisPoints,
}

const cages: Partial<PolicyRules> = {
  bookingUnit: 'day',
  shortestSeconds: hours(23),
  longestSeconds: hours(60 * 24),
  horizonSeconds: hours(90 * 24),
  price: yuan(4, 5, 8),
}

const cores: Partial<PolicyRules> = {
  gridSeconds: hours(1),
  shortestSeconds: hours(1),
  longestSeconds: hours(72),
  horizonSeconds: hours(30 * 24),
}

const tracked = 'tracked'
const enforced = 'enforced'

/** By the kind of the facts. */
export const KINDS: Readonly<Record<string, Kind>> = {
  'mass-spectrometer': kind('质谱仪', 'Mass spectrometer', '质谱', enforced, longRun, 0.6),
  qpcr: kind('荧光定量PCR仪', 'qPCR system', '核酸扩增', enforced, cyclers, 1.6),
  'flow-cytometer': kind('流式细胞仪', 'Flow cytometer', '流式细胞术', tracked, bench, 0.8),
  'animal-room': restless(kind('实验动物房', 'Animal room', '实验动物', tracked, cages, 0.3)),
  compute: restless(kind('计算集群', 'Compute cluster', '高性能计算', tracked, cores, 0.9)),
  'extreme-conditions-station': kind(
    '极端条件实验站',
    'Extreme-conditions station',
    '强磁场低温',
    tracked,
    byRequest,
    0.4,
  ),
  beamline: kind('光束线站', 'Beamline', '同步辐射', tracked, byRequest, 0),
  'confocal-microscope': kind(
    '激光共聚焦显微镜',
    'Confocal microscope',
    '光学显微',
    tracked,
    microscope,
    0.9,
  ),
  'two-photon-microscope': kind('双光子显微镜', 'Two-photon microscope', '光学显微', tracked, byRequest, 0.6),
  sequencer: kind('基因测序仪', 'Sequencer', '测序', tracked, longRun, 0.6),
  'electron-microscope': kind(
    '透射电子显微镜',
    'Transmission electron microscope',
    '电子显微',
    tracked,
    microscope,
    0.8,
  ),
  'spinning-line': kind('纺丝中试线', 'Pilot spinning line', '纤维成形', tracked, longRun, 0.5),
  'fuel-cell-test-bench': kind('燃料电池测试台', 'Fuel-cell test bench', '电化学测试', tracked, bench, 0.6),
}

function kind(
  name: string,
  nameEn: string,
  technique: string,
  quota: Kind['quota'],
  rules: Partial<PolicyRules>,
  demand: number,
): Kind {
  return { name, nameEn, technique, quota, rules, demand, rests: true }
}

function restless(busy: Kind): Kind {
  return { ...busy, rests: false }
}
