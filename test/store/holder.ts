/** A server of its own process, to be killed: opens the file, writes one row, says so and waits. */
import { openForServer } from '../../src/store/open.ts'
import { aSetting } from '../support/rows.ts'

const db = await openForServer(process.argv[2] as string)
await db.transact(async tx => {
  await tx.q.insert(tx.t.settings).values(aSetting('acknowledged'))
})
process.stdout.write('acknowledged\n')
setInterval(() => undefined, 60_000)
