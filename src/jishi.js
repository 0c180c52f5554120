#!/usr/bin/env node
// Plain JavaScript, and old at that: it must run on any Node to say that the Node is too old. The database
// driver would crash there without a word, and TypeScript would not load at all.
const oldestMajor = 26
const major = Number(process.versions.node.split('.')[0])

if (major < oldestMajor) {
  console.error(
    `Jishi needs Node ${oldestMajor} or newer and this is ${process.versions.node}: ` +
      'start it with `npm start` or `npx jishi`, which use the Node that `npm ci` installed.',
  )
  process.exit(1)
}

await import('./main.ts')
