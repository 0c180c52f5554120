import { useState } from 'react'
import { ApiProblem } from '../../../api/problem.ts'
import { type Run, type RunChanges, useEditRun } from '../../../api/queries/runs.ts'
import { samplesMax } from '../../../../domain/runSamples.ts'
import { Dialog } from '../../../kit/dialog.tsx'
import { DialogEnd } from '../../../kit/dialogEnd.tsx'
import { Checkbox, NumberField } from '../../../kit/field.tsx'
import { Note } from '../../../kit/note.tsx'
import { ProblemNote } from '../../../kit/problemNote.tsx'
import { Select } from '../../../kit/select.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useLength } from '../../../words/writing.ts'

const PHASES = ['prep', 'run', 'post', 'idle'] as const
type Phase = (typeof PHASES)[number]
type Minutes = Readonly<Record<Phase, number>>

const modes = ['self-operated', 'guided', 'commissioned', 'remote'] as const
const secondsPerMinute = 60

const minutesOf = (run: Run): Minutes => ({
  prep: run.prepSeconds / secondsPerMinute,
  run: run.runSeconds / secondsPerMinute,
  post: run.postSeconds / secondsPerMinute,
  idle: run.idleSeconds / secondsPerMinute,
})

const secondsIn = (minutes: number) => Math.round(minutes * secondsPerMinute)

interface RunDialogProps {
  readonly run: Run
  readonly onClose: () => void
}

/** Completes or corrects what staff know of a run; its times and its charge were settled and stand. */
export function RunDialog({ run, onClose }: RunDialogProps) {
  const { common, manage, runs } = useStaffWords()
  const [mode, setMode] = useState(run.mode)
  const [samples, setSamples] = useState(run.samples ?? Number.NaN)
  const [minutes, setMinutes] = useState(() => minutesOf(run))
  const [agreementSigned, setAgreementSigned] = useState(run.agreementSigned)
  const edit = useEditRun()
  const isStale = edit.error instanceof ApiProblem && edit.error.code === 'version-stale'
  const isWhole = sumOf(minutes) * run.places === run.usedSeconds
  // A number counts once its field is left: a button that waits for it would eat the first press.
  const submit = () => {
    if (!isWhole) return
    const changes: RunChanges = {
      mode,
      samples: Number.isNaN(samples) ? null : samples,
      agreementSigned,
      phases: {
        prepSeconds: secondsIn(minutes.prep),
        runSeconds: secondsIn(minutes.run),
        postSeconds: secondsIn(minutes.post),
        idleSeconds: secondsIn(minutes.idle),
      },
    }
    edit.mutate({ id: run.id, version: run.version, changes }, { onSuccess: onClose })
  }
  return (
    <Dialog title={runs.editTitle} isOpen onClose={onClose}>
      <p className="quiet">{runs.editHelp}</p>
      <Select
        label={runs.mode}
        choices={modes.map(id => ({ id, name: runs.modes[id] }))}
        value={mode}
        onChange={setMode}
      />
      <NumberField
        label={runs.samples}
        value={samples}
        onChange={setSamples}
        isRequired={false}
        minValue={0}
        maxValue={samplesMax}
      />
      <PhaseFields run={run} minutes={minutes} onChange={setMinutes} isWhole={isWhole} />
      <Checkbox isSelected={agreementSigned} onChange={setAgreementSigned}>
        {runs.agreement}
      </Checkbox>
      <p>
        {runs.rating}: {run.rating === null ? runs.noRating : runs.ratingOf(run.rating)}{' '}
        {run.ratingText ?? ''}
      </p>
      {isStale ? (
        <Note tone="warn" title={manage.conflict} role="alert" />
      ) : (
        <ProblemNote error={edit.error} />
      )}
      <DialogEnd deed={{ isPending: edit.isPending }} name={common.save} onDo={submit} onClose={onClose} />
    </Dialog>
  )
}

const sumOf = (minutes: Minutes) => PHASES.reduce((sum, phase) => sum + secondsIn(minutes[phase]), 0)

interface PhaseFieldsProps {
  readonly run: Run
  readonly minutes: Minutes
  readonly onChange: (minutes: Minutes) => void
  readonly isWhole: boolean
}

/** How the time divides: the four together are what was used, by each place. */
function PhaseFields({ run, minutes, onChange, isWhole }: PhaseFieldsProps) {
  const { runs } = useStaffWords()
  const length = useLength()
  const sum = sumOf(minutes)
  return (
    <fieldset className="fields">
      <legend>{runs.phases}</legend>
      {PHASES.map(phase => (
        <NumberField
          key={phase}
          label={runs[phase]}
          value={minutes[phase]}
          onChange={value => onChange({ ...minutes, [phase]: value })}
          minValue={0}
        />
      ))}
      <p className={isWhole ? 'quiet' : 'wrong'} role="status">
        {runs.sum(Number.isNaN(sum) ? '–' : length(sum), length(run.usedSeconds / run.places))}
        {!isWhole && ` · ${runs.sumWrong}`}
      </p>
    </fieldset>
  )
}
