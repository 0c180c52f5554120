import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { useMe } from '../api/queries/me.ts'
import { useSite } from '../api/queries/site.ts'
import { session } from '../api/session.ts'
import { Button } from '../kit/button.tsx'
import { ProblemNote } from '../kit/problemNote.tsx'
import { useCurrentInSight } from '../kit/tabs.tsx'
import { useWords } from '../words/words.tsx'
import { placeFor } from './mayOpen.ts'

/** Above every page of a demonstration: that all is made up, and a change of role at one tap. */
export function DemoBanner() {
  const { common, frame } = useWords()
  const demo = useSite().data?.demo ?? null
  const me = useMe().data?.person.name
  const [error, setError] = useState<Error | null>(null)
  const roles = useRef<HTMLDivElement>(null)
  const accounts = demo?.accounts ?? []
  useCurrentInSight(roles, `${me} ${accounts.map(({ role }) => common.roles[role]).join(' ')}`)
  if (demo === null) return null
  const enter = async (login: string, password: string) => {
    try {
      await session.changeTo(login, password, () => placeFor(location.pathname + location.search))
    } catch (fault) {
      setError(fault as Error)
    }
  }
  return (
    <aside className="banner" aria-label={frame.demo}>
      <p>
        {frame.demoBanner} <Link href="/demo/scenarios">{frame.scenarios}</Link>
      </p>
      <div ref={roles} className="banner-roles" role="group" aria-label={frame.demoRole}>
        {accounts.map(({ login, password, role, person }) => (
          <Button
            key={login}
            look="plain"
            aria-pressed={person === me}
            onPress={() => void enter(login, password)}
          >
            {common.roles[role] ?? role}
          </Button>
        ))}
      </div>
      <ProblemNote error={error} />
    </aside>
  )
}
