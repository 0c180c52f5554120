import type { ReactNode } from 'react'
import { ServerAway } from '../api/problem.ts'
import { useWords } from '../words/words.tsx'
import { Button } from './button.tsx'

type NoteTone = 'plain' | 'good' | 'warn' | 'bad'

interface NoteProps {
  readonly tone?: NoteTone
  readonly title?: string
  readonly children?: ReactNode
  /** `alert` interrupts a screen reader, `status` waits for a pause. */
  readonly role?: 'alert' | 'status'
}

export const Note = ({ tone = 'plain', title, children, role }: NoteProps) => (
  <div className={`note ${tone}`} role={role}>
    {title !== undefined && <strong>{title}</strong>}
    {children}
  </div>
)

/** What stands where a list has nothing yet: what it would show and how to begin. */
export const Empty = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => (
  <div className="empty">
    <p>{title}</p>
    {children}
  </div>
)

/** While something loads, and what to do when it could not. */
export function Waiting({ error, onRetry }: { readonly error: Error | null; readonly onRetry: () => void }) {
  const { common, frame } = useWords()
  if (error === null) return <p role="status">{frame.loading}</p>
  if (error instanceof ServerAway) return <Note tone="warn" title={frame.serverAway} role="alert" />
  return (
    <Note tone="bad" title={common.problemTitle} role="alert">
      <p>{error.message}</p>
      <div>
        <Button onPress={onRetry}>{common.retry}</Button>
      </div>
    </Note>
  )
}
