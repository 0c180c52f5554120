import type { Instrument } from '../../api/queries/instruments.ts'
import { useOutages } from '../../api/queries/outages.ts'
import { Section } from '../../kit/page.tsx'
import { Chip } from '../../kit/status.tsx'
import { clocksDiffer, instantOf, now, spanOf, spanText, viewerZone, writeInstant } from '../../time.ts'
import { useWords } from '../../words/words.tsx'
import { useLocale } from '../../words/writing.ts'

/** When the instrument is or will be down. */
export function Outages({ instrument }: { readonly instrument: Instrument }) {
  const { instrument: words, common } = useWords()
  const locale = useLocale()
  const today = useStartOfHour()
  const outages = useOutages({ instrumentId: instrument.id, start: today }).data ?? []
  const standing = outages.filter(each => each.retiredAt === null)
  return (
    <Section title={words.outages}>
      {standing.length === 0 ? (
        <p className="quiet">{words.noOutages}</p>
      ) : (
        <ul className="card plain-list">
          {standing
            .toSorted((a, b) => instantOf(a.start) - instantOf(b.start))
            .map(each => (
              <li key={each.id}>
                <Chip tone={each.kind === 'planned' ? 'plain' : 'bad'}>
                  {each.kind === 'planned' ? words.plannedOutage : words.unplannedOutage}
                </Chip>{' '}
                {spanText(spanOf(each), instrument.zone, locale)} {each.reason}
                {clocksDiffer(instrument.zone, viewerZone(), instantOf(each.start)) && (
                  <div className="quiet">{common.zoneOf(instrument.zone)}</div>
                )}
              </li>
            ))}
        </ul>
      )}
    </Section>
  )
}

/** The question stays the same for an hour, so that its answer is kept. */
function useStartOfHour(): string {
  const hourMilliseconds = 3_600_000
  return writeInstant(Math.floor(now() / hourMilliseconds) * hourMilliseconds, 'UTC')
}
