import { parseArgs } from 'node:util'
import { migrate as migrateDatabase } from '../store/open.ts'
import { type Command, EXIT } from './command.ts'

const options = { database: { type: 'string' }, json: { type: 'boolean' } } as const

export const migrate: Command = {
  name: 'migrate',
  summary: 'bring the database of a stopped server to this release, put back missing guards: --json',
  run: async (house, args) => {
    const { values } = parseArgs({ args: [...args], options })
    const applied = await migrateDatabase(values.database ?? house.config.databaseUrl)
    if (values.json === true) house.print(JSON.stringify({ applied }))
    else house.print(applied.length === 0 ? 'nothing to do' : `applied ${applied.join(', ')}`)
    return EXIT.done
  },
}
