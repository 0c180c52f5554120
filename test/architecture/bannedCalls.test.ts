import t from 'tap'
import ts from 'typescript'
import { houseOf, placeOf, readHouse, visit, type House } from './house.ts'

interface Ban {
  readonly what: string
  /** Where it is looked for. */
  readonly within: RegExp
  /** The one place that may. */
  readonly home: RegExp
  readonly is: (node: ts.Node) => boolean
}

const source = /^(?:src|drizzle)\//
const nowhere = /^$/

/** What ties a run to the hour, to chance or to the machine, or goes round the one door for writes. */
const bans: readonly Ban[] = [
  { what: 'Date.now', within: source, home: /^src\/main\.ts$/, is: node => isMember(node, 'Date', 'now') },
  { what: 'new Date(', within: source, home: nowhere, is: node => isConstructed(node, 'Date') },
  { what: 'Math.random', within: source, home: nowhere, is: node => isMember(node, 'Math', 'random') },
  {
    what: 'process.env',
    within: /./,
    home: /^(?:src\/config|test\/support\/(?:soak|environment))\.ts$/,
    is: node => isMember(node, 'process', 'env'),
  },
  { what: 'console.', within: source, home: /^src\/jishi\.js$/, is: node => isMember(node, 'console') },
  {
    what: 'process.exit',
    within: source,
    home: /^src\/jishi\.js$/,
    is: node => isMember(node, 'process', 'exit'),
  },
  {
    what: 'transact',
    within: /^src\/(?:http|jobs|cli|domain|contract|web)\//,
    home: nowhere,
    is: node => ts.isCallExpression(node) && isNamed(node.expression, 'transact'),
  },
]

t.test('time, chance and environment each come through their one door', async t => {
  t.strictSame(bannedUses(readHouse()), [])
})

t.test('a banned call is found wherever it hides, and words are not calls', async t => {
  const crooked = houseOf({
    'src/domain/a.ts': "const now = Date.now()\nconst chance = Math['random']",
    'src/domain/b.ts': '// Date.now() in a comment\nconst text = "new Date() console.log process.env"',
    'src/config.ts': 'const port = process.env.PORT',
    'src/http/app.ts': 'const { env } = process\nnew Date(0)\ndb.transact(async tx => tx)',
    'src/store/log.ts': "globalThis.console.log('x')\nDate()",
    'test/http/app.test.ts': 'process.env.HOME\nnew Date()',
  })
  t.strictSame(bannedUses(crooked), [
    'src/domain/a.ts:1: Date.now',
    'src/domain/a.ts:2: Math.random',
    'src/http/app.ts:1: process.env',
    'src/http/app.ts:2: new Date(',
    'src/http/app.ts:3: transact',
    'src/store/log.ts:1: console.',
    'src/store/log.ts:2: new Date(',
    'test/http/app.test.ts:1: process.env',
  ])
})

function bannedUses(house: House): string[] {
  const found = new Set<string>()
  for (const file of house.values()) {
    const watching = bans.filter(ban => ban.within.test(file.path) && !ban.home.test(file.path))
    visit(file.tree, node => {
      for (const ban of watching) if (ban.is(node)) found.add(`${placeOf(file, node)}: ${ban.what}`)
    })
  }
  return [...found]
}

/** `owner.name`, `owner['name']`, `globalThis.owner.name`, `const { name } = owner`; no name: any member. */
function isMember(node: ts.Node, owner: string, name?: string): boolean {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    return isNamed(node.expression, owner) && (name === undefined || isNamed(node, name))
  }
  if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name)) {
    const taken = node.name.elements.map(each => (each.propertyName ?? each.name).getText())
    const from = node.initializer
    return from !== undefined && isNamed(from, owner) && (name === undefined || taken.includes(name))
  }
  return false
}

/** `new Class(…)` and the call without `new`, which reads the clock just the same. */
function isConstructed(node: ts.Node, className: string): boolean {
  return (ts.isNewExpression(node) || ts.isCallExpression(node)) && isNamed(node.expression, className)
}

function isNamed(node: ts.Expression, name: string): boolean {
  if (ts.isIdentifier(node)) return node.text === name
  if (ts.isPropertyAccessExpression(node)) return node.name.text === name
  return ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)
    ? node.argumentExpression.text === name
    : false
}
