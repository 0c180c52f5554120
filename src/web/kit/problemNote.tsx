import { ApiProblem, type ProblemBody, ServerAway } from '../api/problem.ts'
import { useWords } from '../words/words.tsx'
import { Note } from './note.tsx'

export type Alternative = NonNullable<ProblemBody['alternatives']>[number]

/** What went wrong, in words: every rule broken with its limit, what was asked and who may lift it. */
export function ProblemNote({ error }: { readonly error: Error | null }) {
  const { common, frame } = useWords()
  if (error === null) return null
  if (error instanceof ServerAway) return <Note tone="warn" title={frame.serverAway} role="alert" />
  if (!(error instanceof ApiProblem)) throw error
  const { title, detail, refusals, faults = [], requestId, status } = error.body
  return (
    <Note tone="bad" title={title} role="alert">
      {refusals.length === 0 && faults.length === 0 && <p>{detail}</p>}
      {refusals.length > 0 && (
        <ul>
          {refusals.map(({ code, message, mayLift = [] }, index) => (
            <li key={`${code} ${index}`}>
              {message}
              {mayLift.length > 0 && <LiftedBy roles={mayLift} />}
            </li>
          ))}
        </ul>
      )}
      {faults.length > 0 && (
        <>
          <p>{common.faultsTitle}</p>
          <ul>
            {faults.map(({ path, message }) => (
              <li key={path}>
                <code>{path}</code> {message}
              </li>
            ))}
          </ul>
        </>
      )}
      {status >= 500 && <p className="quiet">{common.requestId(requestId)}</p>}
    </Note>
  )
}

function LiftedBy({ roles }: { readonly roles: readonly string[] }) {
  const { common } = useWords()
  return (
    <>
      {' '}
      <span className="quiet">
        {common.mayLift(common.list(roles.map(role => common.roles[role] ?? role)))}
      </span>
    </>
  )
}

/** The fault of one field of the body, named as the contract does, for the field to show. */
export function faultOf(error: Error | null, field: string): string | undefined {
  return error instanceof ApiProblem
    ? error.body.faults?.find(fault => fault.in === 'body' && fault.path === `/${field}`)?.message
    : undefined
}
