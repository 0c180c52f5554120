import t from 'tap'
import { ENGINES } from '../support/engines.ts'
import { dataAbsent, readData } from '../support/sharedData.ts'
import { countsOf, partsOf, take } from './importing.ts'
import { aSite } from './site.ts'

const blns = (): string[] => JSON.parse(readData('blns/blns.json').toString('utf8')) as string[]

for (const engine of ENGINES) {
  t.test(`${engine}: 42 institutions and 2,000 people load in one dry run and one run`, async t => {
    const { context } = await aSite(t, engine)
    const parts = await partsOf({
      单位: [
        ['单位名称', '单位类型', '单位编号'],
        ...times(42, n => [`示例单位${n}`, 'university', `U${n}`]),
      ],
      课题组: [
        ['所属单位', '课题组', '负责人'],
        ...times(42, n => [`U${n}`, `组${n}`, `p${n}@example.edu.cn`]),
      ],
      人员: [
        ['登录名', '姓名', '所属单位', '课题组'],
        ...times(2000, n => [`p${n}@example.edu.cn`, `人员${n}`, `U${n % 42}`, `组${n % 42}`]),
      ],
    })
    const all = ['institutions: 42/0/0/0', 'groups: 42/0/0/0', 'people: 2000/0/0/0']
    t.strictSame(countsOf(await take(context, parts, true)), all)
    t.strictSame(countsOf(await take(context, parts)), all)
  })

  t.test(
    `${engine}: naughty strings are stored to the letter or told by row`,
    { skip: dataAbsent('blns') },
    async t => {
      const { context, institution } = await aSite(t, engine)
      await institution({ ownId: 'lab' })
      const strings = blns()
      const heading = [
        'institution',
        'asset number',
        'time zone',
        'name',
        'maker',
        'serial',
        'service',
        'contact',
      ]
      const rows = strings.map((text, n) => ['lab', `n${n}`, 'Asia/Shanghai', text, text, text, text, text])
      const report = await take(context, await partsOf({ instruments: [heading, ...rows] }))
      const stored = await context.db.read.q.select().from(context.db.read.t.instruments)
      const faulty = new Set(report.entries[0]?.faults.map(fault => fault.row))
      t.equal(stored.length + faulty.size, strings.length)
      for (const each of stored) {
        const text = strings[Number(each.assetNumber?.slice(1))]
        const kept = [each.name, each.maker, each.serial, each.serviceText, each.contact]
        if (kept.some(field => field !== text))
          t.strictSame(
            kept,
            kept.map(() => text),
          )
      }
      t.ok(stored.length > strings.length / 2)
    },
  )
}

function times(count: number, make: (n: number) => string[]): string[][] {
  return Array.from({ length: count }, (_, n) => make(n))
}
