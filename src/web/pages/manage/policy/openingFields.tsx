import { Button } from '../../../kit/button.tsx'
import { Section } from '../../../kit/page.tsx'
import { useWords } from '../../../words/words.tsx'
import { type Rules, type RulesProps, type Stretch } from './rules.ts'
import { StretchFields } from './stretchFields.tsx'

type Weekly = Rules['opening']['weekly']
type Weekday = Weekly[number]['weekday']

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const workdays: readonly Weekday[] = [2, 3, 4, 5]

const hoursOn = (weekly: Weekly, weekday: Weekday): Stretch[] =>
  weekly.filter(each => each.weekday === weekday).map(({ from, to }) => ({ from, to }))

/** Opening hours, weekday by weekday. */
export function OpeningFields({ rules, onChange }: RulesProps) {
  const { policyEditor } = useWords()
  const { opening } = rules
  const set = (on: readonly Weekday[], hours: readonly Stretch[]) => {
    const others = opening.weekly.filter(each => !on.includes(each.weekday))
    const these = on.flatMap(weekday => hours.map(stretch => ({ weekday, ...stretch })))
    const weekly = [...others, ...these].toSorted((a, b) => a.weekday - b.weekday)
    onChange({ opening: { ...opening, weekly } })
  }
  return (
    <Section
      title={policyEditor.opening}
      actions={
        <>
          <Button look="plain" onPress={() => set(workdays, hoursOn(opening.weekly, 1))}>
            {policyEditor.sameAsMonday}
          </Button>
          <Button look="plain" onPress={() => set(weekdays, [{ from: '00:00', to: '24:00' }])}>
            {policyEditor.allDay}
          </Button>
        </>
      }
    >
      <div className="card stack-tight">
        {weekdays.map(weekday => {
          const name = policyEditor.weekdays[weekday - 1] ?? ''
          return (
            <div key={weekday} className="day-hours" role="group" aria-label={name}>
              <span className="strong">{policyEditor.weekday(name)}</span>
              <StretchFields
                name={name}
                stretches={hoursOn(opening.weekly, weekday)}
                onChange={hours => set([weekday], hours)}
              />
            </div>
          )
        })}
        <p className="quiet">{policyEditor.timeWrong}</p>
      </div>
    </Section>
  )
}
