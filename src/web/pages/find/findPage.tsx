import { useLive } from '../../api/live.ts'
import { useInstrumentsFound } from '../../api/queries/instruments.ts'
import { Button } from '../../kit/button.tsx'
import { ChoiceBar } from '../../kit/choiceBar.tsx'
import { Empty, Note, Waiting } from '../../kit/note.tsx'
import { Page } from '../../kit/page.tsx'
import { viewerZone } from '../../time.ts'
import { useWords } from '../../words/words.tsx'
import { useBookingDialog } from '../bookings/useBookingDialog.tsx'
import { Filters } from './filters.tsx'
import { useFindState, VIEWS, ZOOMS } from './findState.ts'
import { Results } from './results.tsx'
import { TimeBar } from './timeBar.tsx'

/** Finds instruments, shows when they are free, and books them where they stand. */
export function FindPage() {
  const words = useWords().find
  const state = useFindState()
  const found = useInstrumentsFound(state.asked)
  const { dialog, ...booking } = useBookingDialog()
  const instruments = found.data?.items ?? []
  useLive(instruments.map(each => each.id))
  const views = VIEWS.map(id => ({ id, name: words[id] }))
  return (
    <Page title={words.title}>
      <Filters state={state} />
      <div className="row-apart">
        <TimeBar
          zoom={state.zoom}
          zooms={ZOOMS}
          onZoom={zoom => state.set({ zoom })}
          day={state.day}
          onDay={day => state.set({ day })}
          zone={viewerZone()}
        />
        <ChoiceBar
          label={words.view}
          choices={views}
          value={state.view}
          onChange={view => state.set({ view })}
        />
      </div>
      <p role="status">
        {found.data !== undefined && <strong>{words.found(instruments.length)}</strong>}{' '}
        {instruments.length > 0 && state.view === 'timeline' && <span className="quiet">{words.teach}</span>}
      </p>
      {found.data?.hasMore === true && <Note tone="warn">{words.foundMore(instruments.length)}</Note>}
      {found.data === undefined && <Waiting error={found.error} onRetry={() => void found.refetch()} />}
      {found.data !== undefined && instruments.length === 0 && (
        <Nothing isNarrowed={Object.keys(state.asked).length > 0} onClear={state.clear} />
      )}
      {instruments.length > 0 && <Results instruments={instruments} state={state} {...booking} />}
      {dialog}
    </Page>
  )
}

function Nothing({ isNarrowed, onClear }: { readonly isNarrowed: boolean; readonly onClear: () => void }) {
  const words = useWords().find
  if (!isNarrowed) {
    return (
      <Empty title={words.none}>
        <p>{words.noneHelp}</p>
      </Empty>
    )
  }
  return (
    <Empty title={words.nothing}>
      <p>{words.nothingHelp}</p>
      <Button onPress={onClear}>{words.clear}</Button>
    </Empty>
  )
}
