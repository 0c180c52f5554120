import type { Alliance } from '../../../api/queries/alliances.ts'
import { type ReportAsked, useUtilization } from '../../../api/queries/reports.ts'
import { Empty, Waiting } from '../../../kit/note.tsx'
import { addMonths, instantOf, momentText } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useLocale } from '../../../words/writing.ts'
import { AlliancePage } from '../alliancePage.tsx'
import { Definitions } from './definitions.tsx'
import { ExportButtons } from './exportButtons.tsx'
import { FigureOpener } from './figureDialog.tsx'
import { Filters, type View, useView } from './filters.tsx'
import { HeatMap } from './heatMap.tsx'
import { KeyFigures } from './keyFigures.tsx'
import { Stacked } from './stacked.tsx'
import { Trend } from './trend.tsx'

/** What became of the time of the alliance's instruments: figures, charts, tables, files. */
export const UtilizationPage = ({ allianceId }: { readonly allianceId: string }) => {
  const { utilization } = useStaffWords()
  return (
    <AlliancePage allianceId={allianceId} part="utilization" detail={utilization.detail}>
      {alliance => <Report alliance={alliance} />}
    </AlliancePage>
  )
}

function Report({ alliance }: { readonly alliance: Alliance }) {
  const [view, setView] = useView(alliance.zone)
  const asked: ReportAsked = {
    allianceId: alliance.id,
    start: view.from,
    end: addMonths(view.to, 1),
    ...(view.institutionId !== null && { institutionId: view.institutionId }),
    ...(view.instrumentId !== null && { instrumentId: view.instrumentId }),
  }
  return (
    <>
      <Filters alliance={alliance} view={view} onChange={setView} />
      <Figures alliance={alliance} asked={asked} view={view} />
    </>
  )
}

interface FiguresProps {
  readonly alliance: Alliance
  readonly asked: ReportAsked
  readonly view: View
}

function Figures({ alliance, asked, view }: FiguresProps) {
  const { utilization } = useStaffWords()
  const locale = useLocale()
  const months = useUtilization({ ...asked, groupBy: ['month'] })
  const report = months.data
  if (report === undefined) return <Waiting error={months.error} onRetry={() => void months.refetch()} />
  if (report.header.instruments === 0) {
    return (
      <Empty title={utilization.nothing}>
        <p>{utilization.nothingHelp}</p>
      </Empty>
    )
  }
  const { asOf, definitionsVersion, instruments } = report.header
  const asOfText = utilization.asOf(momentText(instantOf(asOf), alliance.zone, locale), definitionsVersion)
  return (
    <FigureOpener asked={asked} zone={alliance.zone}>
      <KeyFigures report={report} />
      <div className="row-apart">
        <p className="quiet">{`${utilization.instruments(String(instruments))} · ${asOfText}`}</p>
        <ExportButtons asked={asked} groupBy={view.groupBy} />
      </div>
      <Stacked asked={asked} groupBy={view.groupBy} zone={alliance.zone} />
      {report.rows.length > 1 && <Trend report={report} />}
      <HeatMap asked={asked} />
      <Definitions />
    </FigureOpener>
  )
}
