import type { Account, Lot } from '../api/queries/accounts.ts'
import { Chip, type Tone } from '../kit/status.tsx'
import { dayOf, instantOf, now } from '../time.ts'
import { LOCALES } from '../words/language.ts'
import { useSpeech } from '../words/words.tsx'
import { amountText } from './amounts.ts'
import { type Pace, paceOf } from './pace.ts'

interface QuotaCardProps {
  readonly account: Account
  readonly lot: Lot
  /** Alliance and class of resource. */
  readonly title: string
  readonly zone: string
  /** One below the heading it stands under. */
  readonly headingLevel: 2 | 3
}

const TONES: Readonly<Record<Pace, Tone>> = { slow: 'plain', even: 'good', fast: 'warn' }

/** What is left of one lot, and whether it will last. */
export function QuotaCard({ account, lot, title, zone, headingLevel }: QuotaCardProps) {
  const { language, words } = useSpeech()
  const { statement } = words
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  const manner = { unit: account.unit, locale: LOCALES[language], units: statement.units }
  const text = (amount: number | null) => amountText(amount ?? 0, manner)
  const period = { start: instantOf(lot.validFrom), end: instantOf(lot.validTo) }
  const holder = statement.holders[account.holderKind as keyof typeof statement.holders]
  return (
    <article className="card stack-tight" aria-label={title}>
      <div className="row-apart">
        <Heading className="card-title">{title}</Heading>
        <span className="quiet">{`${holder} · ${account.holderName ?? ''}`}</span>
      </div>
      {lot.bounded ? <Gauge lot={lot} text={text} period={period} /> : <p>{statement.unbounded}</p>}
      <dl className="facts">
        <dt>{statement.used}</dt>
        <dd className="number">{text(lot.used)}</dd>
        <dt>{statement.held}</dt>
        <dd className="number">{text(lot.held)}</dd>
        {(lot.forfeited ?? 0) > 0 && (
          <>
            <dt>{statement.forfeited}</dt>
            <dd className="number">{text(lot.forfeited)}</dd>
          </>
        )}
      </dl>
      <p className="quiet">{statement.period(dayOf(period.start, zone), dayOf(period.end - 1, zone))}</p>
    </article>
  )
}

interface GaugeProps {
  readonly lot: Lot
  readonly text: (amount: number | null) => string
  readonly period: { readonly start: number; readonly end: number }
}

function Gauge({ lot, text, period }: GaugeProps) {
  const { language, words } = useSpeech()
  const { statement } = words
  const granted = lot.granted ?? 0
  const used = granted === 0 ? 0 : ((lot.used ?? 0) + (lot.held ?? 0) + (lot.forfeited ?? 0)) / granted
  const { gone, pace } = paceOf(used, period, now())
  const share = new Intl.NumberFormat(LOCALES[language], { style: 'percent' })
  const left = statement.left(text(lot.available))
  return (
    <>
      <p>
        <strong className="figure">{left}</strong>{' '}
        <span className="quiet">{statement.of(text(granted))}</span>
      </p>
      <meter
        className={`gauge ${pace}`}
        min={0}
        max={Math.max(granted, 1)}
        value={lot.available ?? 0}
        aria-label={left}
      />
      <div className="row">
        <Chip tone={TONES[pace]}>{statement.pace[pace]}</Chip>
        <span className="quiet">{statement.paceDetail(share.format(used), share.format(gone))}</span>
      </div>
    </>
  )
}
