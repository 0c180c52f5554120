import { type FormEvent, useState } from 'react'
import { passwordCharactersMin } from '../../../domain/person.ts'
import { ApiProblem } from '../../api/problem.ts'
import { useChangePassword } from '../../api/queries/me.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { NewPassword } from '../../kit/newPassword.tsx'
import { Note } from '../../kit/note.tsx'
import { Section } from '../../kit/page.tsx'
import { faultOf, ProblemNote } from '../../kit/problemNote.tsx'
import { useStaffWords } from '../../words/words.tsx'

/** Changes the reader's own password; what that ends is said before. */
export function PasswordSection({ hasPassword }: { readonly hasPassword: boolean }) {
  const { account } = useStaffWords()
  return (
    <Section title={account.change}>
      <p className="quiet">{hasPassword ? account.changeHelp : account.noPasswordHelp}</p>
      {hasPassword && <PasswordForm />}
    </Section>
  )
}

const blank = { current: '', next: '' }

function PasswordForm() {
  const { account, common } = useStaffWords()
  const [draft, setDraft] = useState(blank)
  const [wasSent, setSent] = useState(false)
  const change = useChangePassword()
  const { error } = change
  const isWrong = error instanceof ApiProblem && error.code === 'invalid-value'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (draft.current === '' || draft.next.length < passwordCharactersMin) return
    change.mutate(draft, { onSuccess: forget })
  }
  const forget = () => {
    setDraft(blank)
    setSent(false)
  }
  const missing = wasSent && draft.current === '' ? common.required : undefined
  return (
    <form className="card stack password-form" noValidate onSubmit={submit}>
      <TextField
        label={account.current}
        type="password"
        value={draft.current}
        onChange={current => setDraft({ ...draft, current })}
        autoComplete="current-password"
        isRequired
        error={missing ?? (isWrong ? account.currentWrong : faultOf(error, 'current'))}
      />
      <NewPassword
        label={account.next}
        value={draft.next}
        onChange={next => setDraft({ ...draft, next })}
        wasSent={wasSent}
        error={faultOf(error, 'next')}
      />
      {!isWrong && <ProblemNote error={error} />}
      <div>
        <Button type="submit" look="main" isPending={change.isPending}>
          {account.submit}
        </Button>
        <div role="status">
          {change.isSuccess && (
            <Note tone="good" title={`✓ ${account.changed}`}>
              <p>{account.changedHelp}</p>
            </Note>
          )}
        </div>
      </div>
    </form>
  )
}
