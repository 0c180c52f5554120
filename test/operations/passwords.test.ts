import t from 'tap'
import { hashPassword, isPassword } from '../../src/operations/passwords.ts'

t.test('a password is known again by its hash, no two hashes being alike', async t => {
  const [first, second] = [await hashPassword('correct horse'), await hashPassword('correct horse')]
  t.not(first, second)
  t.strictSame(
    [await isPassword('correct horse', first), await isPassword('correct house', first)],
    [true, false],
  )
})

t.test('who has no password, or a hash of another making, does not get in', async t => {
  for (const hash of [undefined, null, '', '$2b$10$abcdefghijklmnopqrstuv']) {
    t.notOk(await isPassword('', hash), String(hash))
  }
})
