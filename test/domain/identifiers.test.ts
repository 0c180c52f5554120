import fc from 'fast-check'
import t from 'tap'
import { isRorId, isUscc, leastIdAt } from '../../src/domain/identifiers.ts'
import { instant } from '../../src/domain/units.ts'
import { idsFrom } from '../../src/identifiers.ts'
import { soakFactor } from '../support/soak.ts'

const numRuns = Math.ceil(5000 * soakFactor)
const usccCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const rorCharacters = '0123456789abcdefghjkmnpqrstvwxyz'

const replaced = (text: string, position: number, by: string): string =>
  text.slice(0, position) + by + text.slice(position + 1)

t.test('the example of the standard and codes in public use are right', async t => {
  for (const code of ['91350100M000100Y43', '12100000400000624D', '914403001922038216'])
    t.ok(isUscc(code), code)
})

t.test('exactly one of the 31 characters closes a code', async () => {
  const body = fc.string({ unit: fc.constantFrom(...usccCharacters.split('')), minLength: 17, maxLength: 17 })
  const property = fc.property(
    body,
    text => usccCharacters.split('').filter(each => isUscc(text + each)).length === 1,
  )
  fc.assert(property, { numRuns })
})

t.test('a mistyped character and two swapped ones are found out', async t => {
  const code = '91350100M000100Y43'
  for (let position = 0; position < code.length; position++) {
    const slips = usccCharacters.split('').filter(each => each !== code[position])
    t.notOk(
      slips.some(each => isUscc(replaced(code, position, each))),
      `position ${position}`,
    )
  }
  const swapped = code.replace(/0Y/, 'Y0')
  t.notOk(isUscc(swapped), swapped)
})

t.test('a code is 18 capitals and digits without I, O, S, V and Z', async t => {
  const faulty = ['', '91350100M000100Y4', '91350100M000100Y430', '91350100m000100y43', '9135O100M000100Y43']
  for (const text of [...faulty, ' 91350100M000100Y43', '91350100M000100Y43\n', '９1350100M000100Y43']) {
    t.notOk(isUscc(text), JSON.stringify(text))
  }
  for (const letter of 'IOSVZ') t.notOk(isUscc(replaced('91350100M000100Y43', 8, letter)), letter)
})

t.test('ids of the Research Organization Registry are right', async t => {
  for (const id of ['03yrm5c26', '05dxps055', '01an7q238', '02qg15b79'])
    t.ok(isRorId(`https://ror.org/${id}`), id)
})

t.test('a mistyped ROR id is found out', async t => {
  const id = 'https://ror.org/03yrm5c26'
  for (let position = 17; position < id.length; position++) {
    const slips = rorCharacters.split('').filter(each => each !== id[position])
    t.notOk(
      slips.some(each => isRorId(replaced(id, position, each))),
      `position ${position}`,
    )
  }
})

t.test('exactly one pair of digits closes a ROR id', async () => {
  const body = fc.string({ unit: fc.constantFrom(...rorCharacters.split('')), minLength: 6, maxLength: 6 })
  const pairs = Array.from({ length: 100 }, (_, index) => String(index).padStart(2, '0'))
  const property = fc.property(
    body,
    text => pairs.filter(pair => isRorId(`https://ror.org/0${text}${pair}`)).length === 1,
  )
  fc.assert(property, { numRuns: Math.ceil(numRuns / 5) })
})

t.test('only the full form of a ROR id is one', async t => {
  const others = ['03yrm5c26', 'ror.org/03yrm5c26', 'http://ror.org/03yrm5c26', 'https://ror.org/13yrm5c26']
  for (const text of [
    ...others,
    'https://ror.org/03YRM5C26',
    'https://ror.org/03yrm5c26/',
    'https://ror-org/03yrm5c26',
  ]) {
    t.notOk(isRorId(text), text)
  }
})

t.test('the least id of a moment parts the ids made before from those made since', async () => {
  const moment = fc.integer({ min: 1, max: 2 ** 47 })
  const property = fc.property(moment, at => {
    const made = idsFrom({ now: () => instant(at) })('aud')
    return leastIdAt('aud', instant(at)) < made && made < leastIdAt('aud', instant(at + 1))
  })
  fc.assert(property, { numRuns })
})
