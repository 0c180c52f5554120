import { Fragment } from 'react'
import { Link } from 'wouter'
import type { PolicyPreview } from '../../../api/queries/policies.ts'
import { Note } from '../../../kit/note.tsx'
import { dayText, instantOf, spanOf, spanText } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useLocale } from '../../../words/writing.ts'

interface PreviewPanelProps {
  readonly preview: PolicyPreview
  readonly zone: string
}

/** What the rules would have refused last month, and which bookings to come they find. */
export function PreviewPanel({ preview, zone }: PreviewPanelProps) {
  const { policyEditor } = useStaffWords()
  return (
    <div className="card stack" role="status">
      <h3>{policyEditor.previewTitle}</h3>
      <Past past={preview.past} zone={zone} />
      <Future future={preview.future} zone={zone} />
      <p className="quiet">{policyEditor.onlyTime}</p>
    </div>
  )
}

function Past({ past, zone }: { readonly past: PolicyPreview['past']; readonly zone: string }) {
  const { policyEditor } = useStaffWords()
  const locale = useLocale()
  const { from, to, examined, refused, byCode } = past
  const day = (at: string) => dayText(instantOf(at), zone, locale)
  if (examined === 0) return <Note title={policyEditor.pastNone} />
  return (
    <Note
      tone={refused > 0 ? 'warn' : 'good'}
      title={refused > 0 ? policyEditor.pastRefused(refused, examined) : policyEditor.pastAll(examined)}
    >
      <p>{policyEditor.past(day(from), day(to))}</p>
      {byCode.map(({ code, count, examples }) => (
        <details key={code}>
          <summary>
            {policyEditor.codes[code] ?? code} · {policyEditor.times(count)}
          </summary>
          <ul>
            {examples.map(example => (
              <li key={example.id}>
                <Judged {...example} zone={zone} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Note>
  )
}

function Future({ future, zone }: { readonly future: PolicyPreview['future']; readonly zone: string }) {
  const { policyEditor } = useStaffWords()
  const { examined, broken } = future
  if (examined === 0) return <Note title={policyEditor.futureNone} />
  if (broken.length === 0) return <Note tone="good" title={policyEditor.futureAll(examined)} />
  return (
    <Note tone="warn" title={policyEditor.futureBroken(broken.length, examined)}>
      <ul>
        {broken.map(({ codes, ...booking }) => (
          <li key={booking.id}>
            <Judged {...booking} zone={zone} />{' '}
            {codes.map(code => (
              <Fragment key={code}>· {policyEditor.codes[code] ?? code} </Fragment>
            ))}
          </li>
        ))}
      </ul>
    </Note>
  )
}

type JudgedProps = Pick<PolicyPreview['future']['broken'][number], 'id' | 'start' | 'end' | 'person'> & {
  readonly zone: string
}

function Judged({ id, start, end, person, zone }: JudgedProps) {
  const { manage } = useStaffWords()
  const locale = useLocale()
  return (
    <>
      <Link href={`/bookings/${id}`}>{spanText(spanOf({ start, end }), zone, locale)}</Link>{' '}
      {person.name ?? manage.unnamed}
    </>
  )
}
