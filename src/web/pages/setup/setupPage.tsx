import { type ReactNode, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useSite } from '../../api/queries/site.ts'
import { Brand } from '../../frame/brand.tsx'
import { LanguageMenu, ThemeMenu } from '../../frame/frame.tsx'
import { LinkButton } from '../../kit/button.tsx'
import { Note, Waiting } from '../../kit/note.tsx'
import { useTitle } from '../../words/title.ts'
import { useWords } from '../../words/words.tsx'
import { SetupForm } from './setupForm.tsx'

/** Behind the one-time link of a new site: its first person. */
export function SetupPage() {
  const { setup } = useWords()
  const asked = useSite()
  const token = useTokenOnce()
  if (asked.data === undefined) {
    return (
      <SetupFrame>
        <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
      </SetupFrame>
    )
  }
  return asked.data.isSetUp ? (
    <SetupFrame>
      <IsDone />
    </SetupFrame>
  ) : (
    <SetupFrame detail={setup.detail}>
      <SetupForm token={token} />
    </SetupFrame>
  )
}

/** The link's token, which does not stay in the address: addresses are kept, shared and shown. */
function useTokenOnce(): string {
  const [, navigate] = useLocation()
  const [token] = useState(() => new URLSearchParams(location.search).get('token') ?? '')
  useEffect(() => navigate('/setup', { replace: true }), [navigate])
  return token
}

function SetupFrame({ detail, children }: { readonly detail?: string; readonly children: ReactNode }) {
  const { setup } = useWords()
  const site = useTitle()
  useEffect(() => {
    document.title = `${setup.title} · ${site}`
  }, [setup, site])
  return (
    <main className="login">
      <div className="row-apart">
        <p className="brand">
          <Brand />
        </p>
        <div className="row">
          <LanguageMenu />
          <ThemeMenu />
        </div>
      </div>
      <div className="stack-tight">
        <h1>{setup.title}</h1>
        {detail !== undefined && <p className="quiet">{detail}</p>}
      </div>
      <div className="card">{children}</div>
    </main>
  )
}

function IsDone() {
  const { setup, login } = useWords()
  return (
    <Note tone="good" title={setup.isDone}>
      <p>{setup.isDoneHelp}</p>
      <div>
        <LinkButton href="/" look="main">
          {login.submit}
        </LinkButton>
      </div>
    </Note>
  )
}
