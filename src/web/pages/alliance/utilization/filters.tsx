import { useSearchParams } from 'wouter'
import type { Alliance } from '../../../api/queries/alliances.ts'
import { useInstitutions } from '../../../api/queries/institutions.ts'
import { useInstruments } from '../../../api/queries/instruments.ts'
import { Button } from '../../../kit/button.tsx'
import { Select } from '../../../kit/select.tsx'
import { addMonths, dayOf, firstOfMonth, monthText, now, startOfDay } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useLocale, useNameOf } from '../../../words/writing.ts'
import type { Grouping } from './breakdown.ts'

/** What is looked at; months by their first day. */
export interface View {
  readonly from: string
  readonly to: string
  readonly institutionId: string | null
  readonly instrumentId: string | null
  readonly groupBy: Grouping
}

/** The hours of the week are told of so many months at most. */
const monthsMax = 13
const monthsBack = 36
const all = 'all'
const monthForm = /^\d{4}-\d{2}-01$/u

/** The view stands in the address, so that it can be sent to somebody. */
export function useView(zone: string): readonly [View, (view: View) => void] {
  const [params, setParams] = useSearchParams()
  const thisMonth = firstOfMonth(dayOf(now(), zone))
  const monthIn = (name: string, usual: string) => {
    const written = params.get(name) ?? ''
    return monthForm.test(written) ? written : usual
  }
  const to = monthIn('to', thisMonth)
  const view: View = {
    ...within(monthIn('from', addMonths(to, -2)), to),
    institutionId: params.get('host'),
    instrumentId: params.get('instrument'),
    groupBy: params.get('by') === 'instrument' ? 'instrument' : 'month',
  }
  const show = ({ from, to: until, institutionId, instrumentId, groupBy }: View) =>
    setParams(
      {
        from,
        to: until,
        by: groupBy,
        ...(institutionId !== null && { host: institutionId }),
        ...(instrumentId !== null && { instrument: instrumentId }),
      },
      { replace: true },
    )
  return [view, show]
}

/** Keeps the months in order, and no more of them than may be asked for. */
function within(from: string, to: string) {
  const [first, last] = from <= to ? [from, to] : [to, from]
  const earliest = addMonths(last, 1 - monthsMax)
  return { from: first < earliest ? earliest : first, to: last }
}

interface FiltersProps {
  readonly alliance: Alliance
  readonly view: View
  readonly onChange: (view: View) => void
}

/** Months, hosts, instruments and grouping. */
export function Filters({ alliance, view, onChange }: FiltersProps) {
  const { utilization: words } = useStaffWords()
  const locale = useLocale()
  const nameOf = useNameOf()
  const institutions = useInstitutions({ allianceId: alliance.id }).data ?? []
  const instruments = useInstruments({ allianceId: alliance.id }).data ?? []
  const thisMonth = firstOfMonth(dayOf(now(), alliance.zone))
  const months = Array.from({ length: monthsBack }, (_, back) => addMonths(thisMonth, -back)).map(id => ({
    id,
    name: monthText(startOfDay(id, alliance.zone), alliance.zone, locale),
  }))
  const hostIds = new Set(instruments.map(each => each.institutionId))
  const shown = instruments.filter(
    each => view.institutionId === null || each.institutionId === view.institutionId,
  )
  const withAll = (choices: readonly { readonly id: string; readonly name: string }[]) => [
    { id: all, name: words.all },
    ...choices,
  ]
  const named = (
    things: readonly { readonly id: string; readonly name: string; readonly nameEn: string | null }[],
  ) => things.map(each => ({ id: each.id, name: nameOf(each) }))
  const orNull = (id: string) => (id === all ? null : id)
  return (
    <div className="stack-tight">
      <Presets view={view} thisMonth={thisMonth} onChange={onChange} />
      <div className="choices">
        <Select
          label={words.from}
          choices={months}
          value={view.from}
          onChange={from => onChange({ ...view, ...within(from, view.to < from ? from : view.to) })}
        />
        <Select
          label={words.to}
          choices={months}
          value={view.to}
          onChange={to => onChange({ ...view, ...within(view.from > to ? to : view.from, to) })}
        />
        <Select
          label={words.host}
          choices={withAll(named(institutions.filter(({ id }) => hostIds.has(id))))}
          value={view.institutionId ?? all}
          onChange={id => onChange({ ...view, institutionId: orNull(id), instrumentId: null })}
        />
        <Select
          label={words.instrument}
          choices={withAll(named(shown))}
          value={view.instrumentId ?? all}
          onChange={id => onChange({ ...view, instrumentId: orNull(id) })}
        />
        <Select
          label={words.groupBy}
          choices={(['month', 'instrument'] as const).map(id => ({ id, name: words.groupings[id] }))}
          value={view.groupBy}
          onChange={groupBy => onChange({ ...view, groupBy })}
        />
      </div>
    </div>
  )
}

interface PresetsProps {
  readonly view: View
  readonly thisMonth: string
  readonly onChange: (view: View) => void
}

function Presets({ view, thisMonth, onChange }: PresetsProps) {
  const { utilization: words } = useStaffWords()
  const lastMonth = addMonths(thisMonth, -1)
  const presets = [
    { name: words.thisMonth, from: thisMonth, to: thisMonth },
    { name: words.lastMonth, from: lastMonth, to: lastMonth },
    { name: words.lastQuarter, from: addMonths(thisMonth, -2), to: thisMonth },
    { name: words.lastYear, from: addMonths(lastMonth, -11), to: lastMonth },
  ]
  return (
    <div className="row" role="group" aria-label={words.presets}>
      {presets.map(({ name, from, to }) => {
        const isChosen = view.from === from && view.to === to
        return (
          <Button key={name} aria-pressed={isChosen} onPress={() => onChange({ ...view, from, to })}>
            {isChosen && <span aria-hidden="true">✓</span>}
            {name}
          </Button>
        )
      })}
    </div>
  )
}
