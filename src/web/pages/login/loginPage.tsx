import { useState } from 'react'
import { Form } from 'react-aria-components'
import { ApiProblem } from '../../api/problem.ts'
import { useSite } from '../../api/queries/site.ts'
import { session } from '../../api/session.ts'
import { Brand } from '../../frame/brand.tsx'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { Note } from '../../kit/note.tsx'
import { ProblemNote } from '../../kit/problemNote.tsx'
import { Connection, LanguageMenu, ThemeMenu } from '../../frame/frame.tsx'
import { useWords } from '../../words/words.tsx'

/** Where everybody comes in. */
export function LoginPage() {
  const { login } = useWords()
  return (
    <main className="login">
      <div className="row-apart">
        <h1 className="brand">
          <Brand />
        </h1>
        <div className="row">
          <LanguageMenu />
          <ThemeMenu />
        </div>
      </div>
      <Connection />
      <p className="quiet">{login.welcome}</p>
      <NotSetUp />
      <div className="card">
        <LoginForm />
      </div>
      <DemoAccounts />
    </main>
  )
}

/** Nobody can log in yet: what to do instead. */
function NotSetUp() {
  const { setup } = useWords()
  const site = useSite().data
  if (site === undefined || site.isSetUp) return null
  return (
    <Note tone="warn" title={setup.notYet}>
      <p>{setup.notYetHelp}</p>
    </Note>
  )
}

/** In a demonstration: a way in for each role. */
function DemoAccounts() {
  const { common, login } = useWords()
  const accounts = useSite().data?.demo?.accounts ?? []
  if (accounts.length === 0) return null
  return (
    <section className="stack-tight" aria-label={login.tryAs}>
      <h2>{login.tryAs}</h2>
      <div className="row">
        {accounts.map(account => (
          <Button key={account.login} onPress={() => void session.logIn(account.login, account.password)}>
            {common.roles[account.role] ?? account.role}
          </Button>
        ))}
      </div>
    </section>
  )
}

/** Login and password; also in the dialog that asks again when a session has ended. */
export function LoginForm() {
  const { login } = useWords()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<Error | null>(null)
  const [isBusy, setBusy] = useState(false)
  const submit = async () => {
    setBusy(true)
    setError(null)
    try {
      await session.logIn(name, password)
    } catch (fault) {
      setError(fault as Error)
    } finally {
      setBusy(false)
    }
  }
  const isWrong = error instanceof ApiProblem && error.code === 'credentials-wrong'
  return (
    <Form
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextField
        label={login.login}
        help={login.loginHelp}
        value={name}
        onChange={setName}
        autoComplete="username"
        autoFocus
        isRequired
      />
      <TextField
        label={login.password}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        isRequired
      />
      {isWrong ? <Note tone="bad" title={login.wrong} role="alert" /> : <ProblemNote error={error} />}
      <Button type="submit" look="main" isPending={isBusy}>
        {login.submit}
      </Button>
    </Form>
  )
}
