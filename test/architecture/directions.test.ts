import { readFileSync } from 'node:fs'
import t from 'tap'
import { cycles, directionFaults, importersOfMain, packageFaults, undeclaredPackages } from './directions.ts'
import { houseOf, readHouse, root } from './house.ts'

const house = readHouse()

t.test('imports point inwards only', async t => {
  t.strictSame(directionFaults(house), [])
  const crooked = houseOf({
    'src/domain/span.ts': "import type { Tx } from '../store/database.ts'",
    'src/operations/bookings.ts': "import { shape } from '../contract/bookings.ts'",
    'src/store/bookings.ts': "import { span } from '../domain/span.ts'",
    'src/jobs/tickers.ts': "import { helper } from '../../test/support/lab.ts'",
  })
  t.strictSame(directionFaults(crooked), [
    'src/domain/span.ts → src/store/database.ts',
    'src/operations/bookings.ts → src/contract/bookings.ts',
    'src/jobs/tickers.ts → test/support/lab.ts',
  ])
})

t.test('each layer knows only its own packages', async t => {
  t.strictSame(packageFaults(house), [])
  const crooked = houseOf({
    'src/domain/price.ts': "import fs from 'node:fs'\nimport { DateTime } from 'luxon'",
    'src/operations/bookings.ts': "import { z } from 'zod'",
    'src/http/app.ts': "import pg from 'pg'\nimport fastify from 'fastify'",
    'src/store/sqlite.ts': "import Sqlite from 'better-sqlite3'",
    'src/store/bookings.ts': "const late = import('better-sqlite3')",
  })
  t.strictSame(packageFaults(crooked), [
    'src/domain/price.ts → node:fs',
    'src/operations/bookings.ts → zod',
    'src/http/app.ts → pg',
    'src/store/bookings.ts → better-sqlite3',
  ])
})

t.test('the service imports only what is installed in production', async t => {
  const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>
  }
  t.strictSame(undeclaredPackages(house, new Set(Object.keys(manifest.dependencies))), [])
  const crooked = houseOf({ 'src/http/app.ts': "import t from 'tap'\nimport jwt from '@fastify/jwt/x.js'" })
  t.strictSame(undeclaredPackages(crooked, new Set(['@fastify/jwt'])), ['src/http/app.ts → tap'])
})

t.test('only jishi.js starts main', async t => {
  t.strictSame(importersOfMain(house), ['src/jishi.js'])
})

t.test('no file leads back to itself', async t => {
  t.strictSame(cycles(house), [])
  const round = houseOf({
    'src/domain/a.ts': "import { b } from './b.ts'",
    'src/domain/b.ts': "import type { C } from './c.ts'",
    'src/domain/c.ts': "import { a } from './a.ts'",
  })
  t.strictSame(cycles(round), ['src/domain/a.ts → src/domain/b.ts → src/domain/c.ts → src/domain/a.ts'])
})
