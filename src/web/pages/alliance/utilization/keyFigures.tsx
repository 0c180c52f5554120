import type { Utilization } from '../../../api/queries/reports.ts'
import { Button } from '../../../kit/button.tsx'
import { Section } from '../../../kit/page.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useOpenFigure } from './figureDialog.tsx'
import { useHours, usePercent } from './figures.ts'

/** The figures of all instruments together. */
export function KeyFigures({ report }: { readonly report: Utilization }) {
  const { utilization: words } = useStaffWords()
  const hours = useHours()
  const percent = usePercent()
  const open = useOpenFigure()
  const { time, metrics } = report.total
  const used = time['usedSeconds'] ?? 0
  const members = time['usedByMembersSeconds'] ?? 0
  const outside = time['usedByOutsidersSeconds'] ?? 0
  const shareOf = (part: number) => percent(used === 0 ? null : part / used)
  const figures = [
    { key: 'open', value: hours(time['openSeconds'] ?? 0) },
    { key: 'available', value: hours(time['availableSeconds'] ?? 0) },
    { key: 'used', value: hours(used) },
    { key: 'utilization', value: percent(metrics['utilization']) },
    { key: 'own', value: shareOf(used - members - outside) },
    { key: 'members', value: shareOf(members) },
    { key: 'outside', value: shareOf(outside) },
    { key: 'noShowRate', value: percent(metrics['noShowRate']) },
  ] as const
  return (
    <Section title={words.figures}>
      <dl className="key-figures">
        {figures.map(({ key, value }) => (
          <div key={key} className="card key-figure">
            <dt>{words.metrics[key]}</dt>
            <dd>
              {key === 'used' ? (
                <Button
                  look="plain"
                  aria-label={words.openFigure(`${words.metrics.used} ${value}`)}
                  onPress={() => open({ title: words.metrics.used })}
                >
                  {value}
                </Button>
              ) : (
                value
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
