import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { LOGIN_KINDS, type LoginKind, passwordCharactersMin } from '../../../domain/person.ts'
import { ApiProblem } from '../../api/problem.ts'
import { session } from '../../api/session.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { NewPassword } from '../../kit/newPassword.tsx'
import { Note } from '../../kit/note.tsx'
import { faultOf, ProblemNote } from '../../kit/problemNote.tsx'
import { Select } from '../../kit/select.tsx'
import { useSpeech, useWords } from '../../words/words.tsx'

const blank = { name: '', loginKind: 'email' as LoginKind, login: '', password: '' }

/** Who the first person is, and how they log in; once it is sent they are, and see what comes next. */
export function SetupForm({ token: linked }: { readonly token: string }) {
  const { language, words } = useSpeech()
  const { setup } = words
  const [, navigate] = useLocation()
  const queries = useQueryClient()
  const [token, setToken] = useState(linked)
  const [person, setPerson] = useState(blank)
  const [wasSent, setSent] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const isReady =
    [token, person.name, person.login].every(each => each.trim() !== '') &&
    person.password.length >= passwordCharactersMin
  const submit = async () => {
    setSent(true)
    setError(null)
    if (!isReady) return
    setBusy(true)
    try {
      await session.setUp({ ...person, token: token.trim(), locale: language })
      navigate('/', { replace: true })
      await queries.invalidateQueries()
    } catch (fault) {
      setError(fault as Error)
      setBusy(false)
    }
  }
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      {linked === '' && <TokenField value={token} onChange={setToken} wasSent={wasSent} />}
      <PersonFields value={person} onChange={setPerson} wasSent={wasSent} error={error} />
      {isTokenWrong(error) ? (
        <Note tone="bad" title={setup.tokenWrong} role="alert">
          <p>{setup.tokenWrongHelp}</p>
        </Note>
      ) : (
        <ProblemNote error={error} />
      )}
      <Button type="submit" look="main" isPending={isBusy}>
        {setup.submit}
      </Button>
    </form>
  )
}

const isTokenWrong = (error: Error | null) =>
  error instanceof ApiProblem && error.code === 'credentials-wrong'

interface TokenFieldProps {
  readonly value: string
  readonly onChange: (token: string) => void
  readonly wasSent: boolean
}

/** For whoever opened the page again: its address keeps no token. */
function TokenField({ value, onChange, wasSent }: TokenFieldProps) {
  const { common, setup } = useWords()
  return (
    <TextField
      label={setup.token}
      help={setup.tokenHelp}
      value={value}
      onChange={onChange}
      autoComplete="off"
      isRequired
      error={wasSent && value.trim() === '' ? common.required : undefined}
    />
  )
}

interface PersonFieldsProps {
  readonly value: typeof blank
  readonly onChange: (person: typeof blank) => void
  readonly wasSent: boolean
  readonly error: Error | null
}

function PersonFields({ value, onChange, wasSent, error }: PersonFieldsProps) {
  const { common, setup } = useWords()
  const missing = (text: string) => (wasSent && text.trim() === '' ? common.required : undefined)
  return (
    <>
      <TextField
        label={setup.name}
        value={value.name}
        onChange={name => onChange({ ...value, name })}
        autoComplete="name"
        isRequired
        error={missing(value.name) ?? faultOf(error, 'name')}
      />
      <Select
        label={setup.loginKind}
        choices={LOGIN_KINDS.map(id => ({ id, name: setup.loginKinds[id] }))}
        value={value.loginKind}
        onChange={loginKind => onChange({ ...value, loginKind })}
      />
      <TextField
        label={setup.logins[value.loginKind]}
        value={value.login}
        onChange={login => onChange({ ...value, login })}
        autoComplete="username"
        isRequired
        error={missing(value.login) ?? faultOf(error, 'login')}
      />
      <NewPassword
        label={setup.password}
        value={value.password}
        onChange={password => onChange({ ...value, password })}
        wasSent={wasSent}
        error={faultOf(error, 'password')}
      />
    </>
  )
}
