import { Link } from 'wouter'
import { Page, ScrollBox } from '../../kit/page.tsx'
import { useWords } from '../../words/words.tsx'

/** Where each scenario that works so far is seen. */
const PLACES = {
  pool: '/find?q=质谱',
  agreement: '/alliance',
  confidential: '/find?q=PCR',
  states: '/statement',
} as const

const ids = Object.keys(PLACES) as (keyof typeof PLACES)[]

/** Which alliances' ways of working can be followed by hand so far. */
export function ScenariosPage() {
  const { scenarios } = useWords()
  return (
    <Page title={scenarios.title} detail={scenarios.detail}>
      <ScrollBox label={scenarios.title}>
        <table>
          <thead>
            <tr>
              <th>{scenarios.alliance}</th>
              <th>{scenarios.works}</th>
              <th>{scenarios.see}</th>
            </tr>
          </thead>
          <tbody>
            {ids.map(id => (
              <tr key={id}>
                <th scope="row" className="wrap">
                  {scenarios.rows[id].name}
                </th>
                <td>{scenarios.rows[id].works}</td>
                <td>
                  <Link href={PLACES[id]}>{scenarios.rows[id].see}</Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Page>
  )
}
