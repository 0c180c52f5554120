import type { ReactNode } from 'react'
import { type Alliance, useAlliance } from '../../api/queries/alliances.ts'
import { useMe } from '../../api/queries/me.ts'
import { useMyDuties } from '../../frame/duties.ts'
import { Waiting } from '../../kit/note.tsx'
import { Page } from '../../kit/page.tsx'
import { Tabs } from '../../kit/tabs.tsx'
import { useStaffWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'

const PARTS = {
  overview: '',
  quota: '/quota',
  utilization: '/utilization',
  members: '/members',
  agreements: '/agreements',
  sharing: '/sharing',
} as const
type Part = keyof typeof PARTS

interface AlliancePageProps {
  readonly allianceId: string
  readonly part: Part
  /** The part's name, where it says no more. */
  readonly title?: string
  readonly detail?: string
  readonly actions?: ReactNode
  readonly children: (alliance: Alliance) => ReactNode
}

/** A page about one alliance, with the way to the others. */
export function AlliancePage({ allianceId, part, title, detail, actions, children }: AlliancePageProps) {
  const words = useStaffWords().alliance
  const nameOf = useNameOf()
  const asked = useAlliance(allianceId)
  const name = nameOf(asked.data)
  const heading = part === 'overview' ? name || words.title : (title ?? words[part])
  const tabs = (Object.keys(PARTS) as Part[]).map(each => ({
    href: `/alliance/${allianceId}${PARTS[each]}`,
    name: words[each],
    isHere: each === part,
  }))
  return (
    <Page
      title={heading}
      detail={[part === 'overview' ? '' : name, detail].filter(Boolean).join(' · ')}
      actions={actions}
    >
      <Tabs label={words.sections} tabs={tabs} />
      {asked.data === undefined ? (
        <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
      ) : (
        <div className="alliance stack">{children(asked.data)}</div>
      )}
    </Page>
  )
}

/** Whether the reader runs or audits this alliance; if not, an institution of theirs is a member of it. */
export function useSeesAll(allianceId: string): boolean {
  const { seesEveryAlliance, allianceIds } = useMyDuties()
  return seesEveryAlliance || allianceIds.includes(allianceId)
}

/** Whether the reader runs this alliance and does not merely audit it; the service decides in the end. */
export function useMayRun(allianceId: string): boolean {
  const appointments = useMe().data?.appointments ?? []
  return appointments.some(
    ({ role, scopeId }) => role === 'site-admin' || (role === 'alliance-admin' && scopeId === allianceId),
  )
}
