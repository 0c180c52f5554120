import { existsSync, readFileSync } from 'node:fs'
import t from 'tap'
import type { OpenApi, Operation } from '../../src/http/plugins/openapi.ts'
import { anApp } from '../support/http.ts'
import { committedCopy, committedTypes, openApiText, typesText } from '../support/openapi.ts'

const api = JSON.parse(await openApiText()) as OpenApi
const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method} ${path}`,
    path,
    method,
    operation,
  })),
)

t.test('the committed description is current: npm run openapi', async t => {
  t.equal(existsSync(committedCopy) ? readFileSync(committedCopy, 'utf8') : '', await openApiText())
  t.equal(
    existsSync(committedTypes) ? readFileSync(committedTypes, 'utf8') : '',
    await typesText(JSON.stringify(api)),
  )
})

t.test('every operation has a name of its own, a summary, a noun and its replies', async t => {
  t.not(operations.length, 0)
  const ids = operations.map(({ operation }) => operation.operationId)
  t.strictSame(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  )
  const crooked = operations.filter(({ operation }) => !isComplete(operation)).map(({ name }) => name)
  t.strictSame(crooked, [])
})

function isComplete(operation: Operation): boolean {
  const statuses = Object.keys(operation.responses)
  const told = /^[a-z][A-Za-z]+$/u.test(operation.operationId) && operation.summary !== ''
  return (
    told &&
    operation.tags.length > 0 &&
    statuses.some(status => /^2\d\d$/u.test(status)) &&
    statuses.includes('default')
  )
}

t.test('every parameter in a path is described, and no other', async t => {
  for (const { name, path, operation } of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/gu)].map(match => match[1])
    const described = operation.parameters.filter(each => each.in === 'path').map(each => each.name)
    t.strictSame(new Set(described), new Set(inPath), name)
  }
})

t.test('every reference leads to a shape, and every shape is referred to', async t => {
  const references = new Set(JSON.stringify(api).match(/#\/components\/schemas\/\w+/gu))
  const shapes = Object.keys(api.components.schemas).map(name => `#/components/schemas/${name}`)
  t.strictSame([...references].toSorted(), shapes.toSorted())
})

t.test('the service serves its description, readable too, with nothing from elsewhere', async t => {
  const { ask } = await anApp(t, 'sqlite')
  t.strictSame((await ask({ url: '/openapi.json' })).json(), api)
  const page = await ask({ url: '/docs' })
  t.equal(page.statusCode, 200)
  for (const { operation } of operations) t.match(page.body, `id="${operation.operationId}"`)
  t.notMatch(page.body, /<script|<style|(?:src|href|action)="(?:https?:|\/\/)/u)
  t.match(page.headers['content-security-policy'], "default-src 'self'")
  t.equal((await ask({ url: '/pages.css' })).statusCode, 200)
})

t.test('probes answer without a log-in', async t => {
  const { ask } = await anApp(t, 'sqlite')
  t.equal((await ask({ url: '/healthz' })).statusCode, 200)
  t.equal((await ask({ url: '/readyz' })).statusCode, 200)
  t.match((await ask({ url: '/metrics' })).body, 'http_request_duration_seconds_bucket')
})
