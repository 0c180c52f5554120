import { Checkbox, NumberField, TextArea } from '../../../kit/field.tsx'
import { Note } from '../../../kit/note.tsx'
import { ScrollBox } from '../../../kit/page.tsx'
import { InlineNumber } from '../../../kit/inline.tsx'
import { Select } from '../../../kit/select.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'
import { useAmounts } from '../amounts.ts'
import { type Facts, type Inputs, METHODS, sharesOf, weightIn } from './inputs.ts'

const pasteRows = 10

interface MethodFieldsProps {
  readonly inputs: Inputs
  readonly onChange: (inputs: Inputs) => void
  readonly facts: Facts
}

/** How a bulk grant is shared out, with what each member would get. */
export function MethodFields({ inputs, onChange, facts }: MethodFieldsProps) {
  const { quota } = useStaffWords()
  const { unitName } = useAmounts(facts.unit)
  const { method, total, factor, text } = inputs
  return (
    <>
      <div className="choices">
        <Select
          label={quota.method}
          choices={METHODS.map(id => ({ id, name: quota.methods[id] }))}
          value={method}
          onChange={next => onChange({ ...inputs, method: next })}
        />
        {(method === 'equal' || method === 'weighted') && (
          <NumberField
            label={quota.totalAmount(unitName)}
            value={total}
            onChange={next => onChange({ ...inputs, total: next })}
            minValue={0}
            isRequired
          />
        )}
        {method === 'factor' && (
          <NumberField
            label={quota.factor}
            {...(facts.earlierName !== null && { help: `${quota.lastPeriod}: ${facts.earlierName}` })}
            value={factor}
            onChange={next => onChange({ ...inputs, factor: next })}
            minValue={0}
            step={0.01}
            isRequired
          />
        )}
      </div>
      <p className="quiet">{quota.methodHelp[method]}</p>
      {method === 'factor' && <FactorHint facts={facts} />}
      {method === 'pasted' && (
        <>
          <TextArea
            label={`${quota.paste} (${unitName})`}
            value={text}
            onChange={next => onChange({ ...inputs, text: next })}
            rows={pasteRows}
          />
          <PastedFaults inputs={inputs} facts={facts} />
        </>
      )}
      {(method === 'factor' ? facts.earlier.length > 0 : method !== 'pasted') && (
        <MembersTable inputs={inputs} onChange={onChange} facts={facts} />
      )}
    </>
  )
}

/** Why there is nothing to multiply. */
function FactorHint({ facts: { earlier, earlierName } }: Pick<MethodFieldsProps, 'facts'>) {
  const { quota } = useStaffWords()
  if (earlierName === null) return <Note tone="warn" title={quota.noEarlier} role="status" />
  if (earlier.length > 0) return null
  return <Note tone="warn" title={quota.earlierEmpty(earlierName)} role="status" />
}

function PastedFaults({ inputs, facts }: Omit<MethodFieldsProps, 'onChange'>) {
  const { quota } = useStaffWords()
  const { faults } = sharesOf(inputs, facts)
  if (faults.length === 0) return null
  return (
    <Note tone="bad" title={quota.readFaults} role="status">
      <ul>
        {faults.map(({ line, kind, words }) => (
          <li key={`${line} ${kind}`}>
            {quota.line(String(line))} · {quota[kind](words)}
          </li>
        ))}
      </ul>
    </Note>
  )
}

function MembersTable({ inputs, onChange, facts }: MethodFieldsProps) {
  const { quota } = useStaffWords()
  const nameOf = useNameOf()
  const { figure, unitName } = useAmounts(facts.unit)
  const { shares } = sharesOf(inputs, facts)
  const { method, leftOut, weights } = inputs
  const include = (id: string, isIn: boolean) =>
    onChange({ ...inputs, leftOut: isIn ? leftOut.filter(each => each !== id) : [...leftOut, id] })
  return (
    <div className="narrow">
      <ScrollBox label={quota.share}>
        <table>
          <thead>
            <tr>
              <th>{quota.to}</th>
              {method === 'weighted' && <th>{quota.weight}</th>}
              {method === 'factor' && <th className="number">{quota.lastPeriod}</th>}
              <th className="number">
                {quota.share} <span className="unit">{unitName}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {facts.members.map(member => (
              <tr key={member.id}>
                <th scope="row" className="name-cell">
                  {method === 'equal' ? (
                    <Checkbox
                      isSelected={!leftOut.includes(member.id)}
                      onChange={isIn => include(member.id, isIn)}
                    >
                      {nameOf(member)}
                    </Checkbox>
                  ) : (
                    nameOf(member)
                  )}
                </th>
                {method === 'weighted' && (
                  <td>
                    <InlineNumber
                      label={quota.weightOf(nameOf(member))}
                      value={weightIn(weights, member.id)}
                      onChange={weight =>
                        onChange({ ...inputs, weights: { ...weights, [member.id]: weight } })
                      }
                      minValue={0}
                    />
                  </td>
                )}
                {method === 'factor' && (
                  <td className="number">{figure(amountOf(facts.earlier, member.id))}</td>
                )}
                <td className="number">{figure(amountOf(shares, member.id))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  )
}

const amountOf = (
  shares: readonly { readonly institutionId: string; readonly amount: number }[],
  id: string,
) => shares.find(({ institutionId }) => institutionId === id)?.amount ?? 0
