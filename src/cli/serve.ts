import { parseArgs } from 'node:util'
import { type Command, EXIT, Misused } from './command.ts'

const portMax = 65_535

export const serve: Command = {
  name: 'serve',
  summary: 'run the service: --port, --host, --database (file:… or postgres://…)',
  run: async (house, args) => {
    const { config } = house
    const { values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, host: { type: 'string' }, database: { type: 'string' } },
    })
    const port = values.port === undefined ? config.port : portOf(values.port)
    await house.serve({
      databaseUrl: values.database ?? config.databaseUrl,
      host: values.host ?? config.host,
      port,
    })
    return EXIT.done
  },
}

function portOf(written: string): number {
  const port = Number(written)
  if (!/^\d+$/u.test(written) || port > portMax) throw new Misused(`--port ${written} is not a port`)
  return port
}
