import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import type { Tx } from '../../src/store/database.ts'
import { openBeside, openForServer } from '../../src/store/open.ts'
import { newTestUrl, openTestDatabase } from '../support/engines.ts'
import { outcomeOf } from '../support/outcome.ts'
import { aSetting } from '../support/rows.ts'

const put = async (tx: Tx, key: string) => {
  await tx.q.insert(tx.t.settings).values(aSetting(key))
}

const foreign: Readonly<Record<string, () => Promise<unknown>>> = {
  'a timer': () => sleep(1),
  'the next turn of the loop': () => turn(),
  'a tick': () => new Promise(resolve => process.nextTick(() => process.nextTick(resolve))),
  'a file': () => readFile(fileURLToPath(import.meta.url)),
  'the network': () => fetch('http://127.0.0.1:65533/').catch(() => undefined),
  'what never comes': () => new Promise(() => undefined),
}

for (const [what, waiting] of Object.entries(foreign)) {
  t.test(`a transaction that awaits ${what} is aborted, and its neighbours are kept`, async t => {
    const { db } = await openTestDatabase(t, 'sqlite')
    const strayed = db.transact(async tx => {
      await put(tx, 'partial')
      await waiting()
      await put(tx, 'strayed')
    })
    const neighbours = [db.transact(tx => put(tx, 'second')), db.transact(tx => put(tx, 'third'))]
    t.match(await outcomeOf(strayed), /a transaction awaited something foreign/)
    await Promise.all(neighbours)
    await sleep(20)
    const kept = await db.read.q.select().from(db.read.t.settings).orderBy(db.read.t.settings.key)
    t.strictSame(
      kept.map(row => row.key),
      ['second', 'third'],
    )
  })
}

t.test('a transaction may await any number of its own queries', async t => {
  const { db } = await openTestDatabase(t, 'sqlite')
  await db.transact(async tx => {
    for (let count = 0; count < 200; count++) await put(tx, `key ${count}`)
    await Promise.all([1, 2, 3].map(each => tx.q.select().from(tx.t.settings).limit(each)))
  })
  t.equal((await db.read.q.select().from(db.read.t.settings)).length, 200)
})

t.test('within a transaction the database itself is out of reach', async t => {
  const { db } = await openTestDatabase(t, 'sqlite')
  const beside = [
    async () => db.read.q.select().from(db.read.t.settings),
    () => db.transact(tx => put(tx, 'nested')),
    () => db.snapshot(async () => undefined),
  ]
  for (const each of beside) {
    t.match(await outcomeOf(db.transact(async () => each())), /used the database beside itself/)
  }
  t.strictSame(await db.read.q.select().from(db.read.t.settings), [])
})

t.test('a second server on one file is told so', async t => {
  const { url, db } = await openTestDatabase(t, 'sqlite')
  t.match(await outcomeOf(openForServer(url)), /another server already uses .*jishi\.db; stop it first/)
  await db.close()
  const next = await openForServer(url)
  await next.close()
})

t.test('a server killed without a word leaves the file free, with all that it acknowledged', async t => {
  const url = await newTestUrl(t, 'sqlite')
  const holder = spawn(process.execPath, [fileURLToPath(new URL('holder.ts', import.meta.url)), url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(holder.stdout, 'data')
  t.match(await outcomeOf(openForServer(url)), /another server already uses/)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const db = await openForServer(url)
  t.teardown(() => db.close())
  t.strictSame(
    (await db.read.q.select().from(db.read.t.settings)).map(row => row.key),
    ['acknowledged'],
  )
})

t.test('beside a server one reads what it commits, and writes nothing', async t => {
  const { url, db } = await openTestDatabase(t, 'sqlite')
  const beside = openBeside(url)
  t.teardown(() => beside.close())
  await db.transact(tx => put(tx, 'a'))
  t.equal((await beside.read.q.select().from(beside.read.t.settings)).length, 1)
  t.equal((await beside.snapshot(reader => reader.q.select().from(reader.t.settings))).length, 1)
  t.match(await outcomeOf(beside.transact(tx => put(tx, 'b'))), /opened to read only/)
  t.match(
    await outcomeOf((async () => beside.read.q.insert(beside.read.t.settings).values(aSetting('c')))()),
    /readonly/,
  )
})

t.test('a file that cannot be opened is not taken for a second server', async t => {
  const url = await newTestUrl(t, 'sqlite')
  mkdirSync(`${url.replace('file:', '')}.lock`)
  t.match(await outcomeOf(openForServer(url)), /unable to open database file/)
})
