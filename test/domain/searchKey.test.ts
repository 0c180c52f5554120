import t from 'tap'
import {
  initialsMark,
  personSearchKey,
  searchKey,
  searchKeyOf,
  searchWords,
  standingsOf,
} from '../../src/domain/searchKey.ts'

/** Whether a thing of this key is found, as the database judges it. */
const finds = (typed: string, key: string) =>
  searchWords(typed).every(word =>
    standingsOf(word).some(standing => {
      if (standing === 'anywhere') return key.includes(word)
      if (standing === 'at a word') return key.includes(` ${word}`)
      return key.slice(key.indexOf(initialsMark)).includes(word)
    }),
  )

const spectrometer = searchKey({ name: '示例质谱仪 01', nameEn: 'Sample mass spectrometer 01' })

t.test('a Chinese name is found in both scripts, by its sound, its initials and its English', async t => {
  for (const typed of ['质谱仪', '质谱', '質譜儀', '質譜', 'zhipuyi', 'zhipu', 'zpy', 'ZPY', 'sl'])
    t.ok(finds(typed, spectrometer), typed)
  for (const typed of [
    'MS',
    'ms',
    'mass',
    'Mass Spectro',
    'ｍａｓｓ',
    'spectrometer',
    '01',
    '质谱 01',
    'sms',
  ])
    t.ok(finds(typed, spectrometer), typed)
  for (const typed of ['显微镜', 'xwj', 'mri', 'mass 02', 'py', 'assp'])
    t.notOk(finds(typed, spectrometer), typed)
})

t.test('a traditional name is found by simplified words', async t => {
  const key = searchKey({ name: '廣州再生醫學與健康廣東省實驗室', nameEn: null })
  for (const typed of ['广州', '廣州', '再生医学', 'guangzhou', 'gzzs', 'gdssys'])
    t.ok(finds(typed, key), typed)
  t.ok(finds('衛星', searchKey({ name: '衞星綫', nameEn: null })), 'variants of one character')
})

t.test('few letters stand for a word, not for a part of one', async t => {
  const systems = searchKeyOf(['Imaging systems', 'Zeiß', 'LSM-980', null])
  for (const typed of ['ms', 'tem', 'sys', 'ge']) t.equal(finds(typed, systems), typed === 'sys', typed)
  for (const typed of ['stems', 'is', 'lsm', '980', '98', 'lsm-9']) t.ok(finds(typed, systems), typed)
})

t.test('abbreviations stand apart wherever they are written', async t => {
  const key = searchKeyOf(['液质联用LC-MS/MS', 'Triple quadrupole mass spectrometer', 'Müller'])
  for (const typed of ['ms', 'lc', 'lc-ms', 'tqms', 'qms', 'yzly', 'muller', 'Müller', 'ye'])
    t.ok(finds(typed, key), typed)
})

t.test('characters of several readings are read by the words around them', async t => {
  t.ok(finds('sanchongsiji', searchKeyOf(['三重四极杆质谱仪'])))
  t.ok(finds('zhongliang', searchKeyOf(['重量分析仪'])))
  t.ok(finds('lvse', searchKeyOf(['绿色荧光'])))
})

t.test('a person is found by surname and given name, in either order and script', async t => {
  const key = personSearchKey({ name: '曾小伟', nameEn: 'David Zeng' })
  for (const typed of [
    '小伟',
    '曾',
    '曾小偉',
    'zxw',
    'zx',
    'zengxiaowei',
    'zeng xiaowei',
    'xiao wei',
    'wei zeng',
  ])
    t.ok(finds(typed, key), typed)
  for (const typed of ['David', 'zeng david', 'dz']) t.ok(finds(typed, key), typed)
  for (const typed of ['ceng', 'xw', 'ei', '张']) t.notOk(finds(typed, key), typed)
  t.equal(personSearchKey({ name: null, nameEn: null }), initialsMark)
})

t.test('a search has a bounded number of words, and nothing finds everything', async t => {
  t.equal(searchWords('字 '.repeat(100)).length, 8)
  t.strictSame(searchWords('  '), [])
  t.equal(searchKeyOf([null, '']), initialsMark)
})
