import { Link } from 'wouter'
import { type Begun, useBegun } from '../../api/queries/firstSteps.ts'
import { useSite } from '../../api/queries/site.ts'
import { useMyDuties } from '../../frame/duties.ts'
import { Section } from '../../kit/page.tsx'
import { Chip } from '../../kit/status.tsx'
import { useStaffWords } from '../../words/words.tsx'
import '../../styles/firstSteps.css'

/** In the order in which each needs those before it. */
const STEPS = [
  { id: 'name', href: '/site' },
  { id: 'institutions', href: '/site/institutions' },
  { id: 'people', href: '/site/people' },
  { id: 'instruments', href: '/manage/instruments' },
  { id: 'alliance', href: '/site/alliances' },
  { id: 'quota', href: '/alliance' },
] as const

/** For the admin of a new site: what comes next. It goes once all is done, except where it is `kept`. */
export function FirstSteps({ whenDone }: { readonly whenDone: 'gone' | 'kept' }) {
  const { site: words } = useStaffWords()
  const { isSiteAdmin } = useMyDuties()
  const site = useSite().data
  const begun = useBegun({ enabled: isSiteAdmin }).data
  if (!isSiteAdmin || site === undefined || begun === undefined) return null
  const done: Begun & { readonly name: boolean } = { ...begun, name: site.version > 0 || site.logo }
  const count = STEPS.filter(({ id }) => done[id]).length
  if (whenDone === 'gone' && count === STEPS.length) return null
  return (
    <Section title={words.steps} actions={words.stepsDetail(count, STEPS.length)}>
      <ol className="first-steps card">
        {STEPS.map(({ id, href }) => (
          <li key={id}>
            <div>
              <Link href={href}>{words.stepNames[id]}</Link>
              <p className="quiet">{words.stepHelps[id]}</p>
            </div>
            {done[id] ? (
              <Chip tone="good">✓ {words.stepDone}</Chip>
            ) : (
              <Chip>
                <span aria-hidden="true">○</span> {words.stepOpen}
              </Chip>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
