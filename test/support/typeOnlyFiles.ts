import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'

/**
 * The files below `folder`, relative to it, in which nothing is left once the types are stripped. No test can
 * run them, so coverage must not ask for it.
 */
export function typeOnlyFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.endsWith('.ts') && isTypeOnly(readFileSync(`${folder}/${path}`, 'utf8')))
}

function isTypeOnly(text: string): boolean {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, removeComments: true },
  })
  return /^(?:\s*export \{\};)?\s*$/.test(outputText)
}
