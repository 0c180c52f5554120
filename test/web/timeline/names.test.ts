import t from 'tap'
import { shownName } from '../../../src/web/timeline/names.ts'

/** Of the narrow column, and of the wide one; in pixels. */
const narrow = 79
const wide = 183

t.test('a name that fits into two lines is left alone', async t => {
  for (const name of ['', '质谱仪 01', '超高分辨质谱仪二号', 'Orbitrap 480', 'Confocal microscope'])
    t.strictSame(shownName(name, narrow), { text: name, isCut: false }, name)
  const name = 'Sample mass spectrometer 01'
  t.strictSame(shownName(name, wide), { text: name, isCut: false })
})

t.test('long names that begin alike are told apart by their ends', async t => {
  const begin = '国家重大科技基础设施高分辨透射电子显微镜'
  const shown = ['一号', '二号', '二号（备用）'].map(end => shownName(begin + end, narrow).text)
  t.strictSame(shown, ['国家重大科…\n子显微镜一号', '国家重大科…\n子显微镜二号', '国家重大科…\n二号（备用）'])
  const english = 'High resolution transmission electron microscope with energy filter, '
  const [one, two] = ['room 101', 'room 102'].map(end => shownName(english + end, wide))
  t.match([one?.text, two?.text], [/…\n.*room 101$/, /…\n.*room 102$/])
  t.notSame(one, two)
})

t.test('a cut name has two lines that each fit', async t => {
  for (const room of [narrow, wide]) {
    const { text } = shownName('示例'.repeat(40), room)
    const lines = text.split('\n')
    t.equal(lines.length, 2)
    for (const line of lines) t.ok([...line].length * 13 <= room, line)
  }
})
