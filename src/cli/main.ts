import { Refused } from '../domain/refusal.ts'
import { admin } from './admin.ts'
import { backup } from './backup.ts'
import { type Command, EXIT, type House, Misused } from './command.ts'
import { demo } from './demo.ts'
import { importFiles } from './import.ts'
import { migrate } from './migrate.ts'
import { reportCommand } from './report.ts'
import { restore } from './restore.ts'
import { serve } from './serve.ts'
import { verify } from './verify.ts'

const COMMANDS: readonly Command[] = [
  serve,
  migrate,
  demo,
  importFiles,
  backup,
  restore,
  reportCommand,
  verify,
  admin,
]

/** Runs the command that `args` name and gives its exit code; what went wrong is said in one line. */
export async function runCommand(house: House, args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === 'help') {
    house.print(help())
    return name === undefined ? EXIT.misused : EXIT.done
  }
  const command = COMMANDS.find(each => each.name === name)
  if (command === undefined) {
    house.tell(`jishi: there is no command "${name}"; jishi --help lists them`)
    return EXIT.misused
  }
  try {
    return await command.run(house, rest)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    house.tell(`jishi ${name}: ${error.message}`)
    if (error instanceof Refused) return EXIT.refused
    return isMisuse(error) ? EXIT.misused : EXIT.failed
  }
}

/** Ours, or what `parseArgs` throws about an option that it does not know. */
const isMisuse = (error: Error) =>
  error instanceof Misused || ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))

function help(): string {
  const width = Math.max(...COMMANDS.map(command => command.name.length))
  const lines = COMMANDS.map(command => `  ${command.name.padEnd(width)}  ${command.summary}`)
  return ['Jishi 机时: research alliances share instruments.', '', 'jishi <command> …', '', ...lines].join(
    '\n',
  )
}
