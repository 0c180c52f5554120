import t from 'tap'
import { techniqueCode, techniqueWritings } from '../../src/domain/technique.ts'
import { techniques as en } from '../../src/web/words/en/techniques.ts'
import { techniques as zhCn } from '../../src/web/words/zhCn/techniques.ts'
import { techniques as zhHant } from '../../src/web/words/zhHant/techniques.ts'

t.test('a well-known technique is one, however it is written', async t => {
  for (const text of ['质谱', '質譜', 'MS', 'Mass spectrometry', 'mass-spectrometry']) {
    t.equal(techniqueCode(text), 'mass-spectrometry', text)
  }
  t.equal(techniqueCode('茶道'), null)
})

t.test('what the page calls a technique means it', async t => {
  for (const words of [zhCn, zhHant, en]) {
    for (const [code, name] of Object.entries(words)) t.equal(techniqueCode(name), code, name)
  }
})

t.test('each writing means one technique', async t => {
  const codes = Object.keys(zhCn) as (keyof typeof zhCn)[]
  for (const code of codes) {
    for (const writing of techniqueWritings(code)) {
      t.equal(techniqueCode(writing), code, writing)
    }
  }
})
