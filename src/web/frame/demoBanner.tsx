import { Link } from 'wouter'
import { useSite } from '../api/queries/site.ts'
import { session } from '../api/session.ts'
import { Menu } from '../kit/menu.tsx'
import { useWords } from '../words/words.tsx'

/** Above every page of a demonstration: that all is made up, and a change of role at one tap. */
export function DemoBanner() {
  const { common, frame } = useWords()
  const demo = useSite().data?.demo ?? null
  if (demo === null) return null
  const enter = (login: string) => {
    const account = demo.accounts.find(each => each.login === login)
    if (account !== undefined) void session.changeTo(account.login, account.password)
  }
  const choices = demo.accounts.map(({ login, role }) => ({ id: login, name: common.roles[role] ?? role }))
  return (
    <aside className="banner" aria-label={frame.demoRole}>
      <span>{frame.demoBanner}</span>
      <Link href="/demo/scenarios">{frame.scenarios}</Link>
      <Menu label={frame.demoRole} choices={choices} onChoose={enter} />
    </aside>
  )
}
