import { Button } from '../../../kit/button.tsx'
import { ScrollBox } from '../../../kit/page.tsx'
import { hoursText } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useLocale } from '../../../words/writing.ts'
import { type Breakdown, type Grouping, others, type Place, rest, type Series, totalOf } from './breakdown.ts'
import { useOpenFigure } from './figureDialog.tsx'

interface BreakdownTableProps {
  readonly breakdown: Breakdown
  readonly groupBy: Grouping
  readonly placeName: (place: Place) => string
  readonly seriesName: (series: Series) => string
}

/** The figures of the stacked chart; each opens to the bookings behind it. */
export function BreakdownTable({ breakdown, groupBy, placeName, seriesName }: BreakdownTableProps) {
  const { utilization: words } = useStaffWords()
  const locale = useLocale()
  const hours = (seconds: number) => hoursText(seconds, locale)
  const { places, series } = breakdown
  const at = (index: number) => series.reduce((sum, each) => sum + (each.seconds[index] ?? 0), 0)
  return (
    <ScrollBox label={groupBy === 'month' ? words.stackedByMonth : words.stackedByInstrument}>
      <table>
        <thead>
          <tr>
            <th>{groupBy === 'month' ? words.month : words.instrument}</th>
            {series.map(each => (
              <th key={each.key} className="number wrapping">
                {seriesName(each)}
              </th>
            ))}
            <th className="number">
              {words.total} <span className="unit">{words.hoursUnit}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map((place, index) => (
            <tr key={place.key}>
              <th scope="row">{placeName(place)}</th>
              {series.map(each => (
                <td key={each.key} className="number">
                  <FigureButton
                    place={place}
                    series={each}
                    title={`${seriesName(each)}, ${placeName(place)}`}
                    text={hours(each.seconds[index] ?? 0)}
                    seconds={each.seconds[index] ?? 0}
                  />
                </td>
              ))}
              <td className="number">{hours(at(index))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            {series.map(each => (
              <td key={each.key} className="number">
                {hours(totalOf(each))}
              </td>
            ))}
            <td className="number">{hours(series.reduce((sum, each) => sum + totalOf(each), 0))}</td>
          </tr>
        </tfoot>
      </table>
    </ScrollBox>
  )
}

interface FigureButtonProps {
  readonly place: Place
  readonly series: Series
  readonly title: string
  readonly text: string
  readonly seconds: number
}

/** A merged figure cannot be opened: it is nobody's. */
function FigureButton({ place, series, title, text, seconds }: FigureButtonProps) {
  const { utilization: words } = useStaffWords()
  const open = useOpenFigure()
  const isMerged = series.key === others || series.key === rest
  if (isMerged || seconds === 0) return text
  const { start, end, instrumentId } = place
  return (
    <Button
      look="plain"
      aria-label={words.openFigure(`${title} ${text}`)}
      onPress={() =>
        open({
          title,
          start,
          end,
          userInstitutionId: series.key,
          ...(instrumentId !== null && { instrumentId }),
        })
      }
    >
      {text}
    </Button>
  )
}
