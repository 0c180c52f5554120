import { type ReactNode, useRef } from 'react'
import { useKeptFocus } from './useKeptFocus.ts'
import { wholeDates } from './wholeDates.tsx'

export interface RecordColumn<Row> {
  readonly name: string
  readonly cell: (row: Row) => ReactNode
  /**
   * `head` names the row, once in a table; `number` stands at the end of its column; `whole` is never broken
   * into lines; `actions` are what can be done with the row.
   */
  readonly look?: 'head' | 'number' | 'whole' | 'actions'
}

interface RecordTableProps<Row> {
  readonly label: string
  readonly columns: readonly RecordColumn<Row>[]
  readonly rows: readonly Row[]
  readonly idOf: (row: Row, index: number) => string
  /** What the rows come to, beneath them. */
  readonly total?: Row
}

const CLASSES = { head: undefined, number: 'number', whole: 'nowrap', actions: 'actions' } as const

/**
 * Rows of one kind: a table where there is room for one, cards with every value beside its name on a phone.
 * The roles are said aloud, for a table that is not laid out as one loses them.
 */
export function RecordTable<Row>({ label, columns, rows, idOf, total }: RecordTableProps<Row>) {
  const box = useRef<HTMLDivElement>(null)
  useKeptFocus(box)
  return (
    // A box that scrolls must be reached by the keyboard.
    <div ref={box} className="scroll-box records" role="region" aria-label={label} tabIndex={0}>
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ name, look }) => (
              <th key={name} scope="col" role="columnheader" {...(look === 'number' && { className: look })}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, index) => (
            <RecordRow key={idOf(row, index)} columns={columns} row={row} />
          ))}
        </tbody>
        {total !== undefined && (
          <tfoot role="rowgroup">
            <RecordRow columns={columns} row={total} />
          </tfoot>
        )}
      </table>
    </div>
  )
}

interface RecordRowProps<Row> {
  readonly columns: readonly RecordColumn<Row>[]
  readonly row: Row
}

const RecordRow = <Row,>({ columns, row }: RecordRowProps<Row>) => (
  <tr role="row">
    {columns.map(column => (
      <Cell key={column.name} {...column} row={row} />
    ))}
  </tr>
)

function Cell<Row>({ name, cell, look, row }: RecordColumn<Row> & { readonly row: Row }) {
  const className = look && CLASSES[look]
  const given = cell(row)
  // One piece, which a card on a phone sets beside its name.
  const content = typeof given === 'string' && given !== '' ? <span>{wholeDates(given)}</span> : given
  if (look === 'head') {
    return (
      <th scope="row" role="rowheader" className={className}>
        {content}
      </th>
    )
  }
  return (
    <td role="cell" className={className} data-label={name}>
      {content}
    </td>
  )
}
