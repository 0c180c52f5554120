import fc from 'fast-check'
import t from 'tap'
import { equalShares, factorShares, weightedShares } from '../../../../src/web/pages/alliance/quota/shares.ts'

const amounts = (shares: readonly { readonly amount: number }[]) => shares.map(({ amount }) => amount)

t.test('equal parts add up, the odd units go to the first', async t => {
  t.strictSame(amounts(equalShares(10, ['a', 'b', 'c'])), [4, 3, 3])
  t.strictSame(amounts(equalShares(2, ['a', 'b', 'c'])), [1, 1], 'who gets nothing has no row')
  t.strictSame(equalShares(10, []), [])
  t.strictSame(equalShares(Number.NaN, ['a']), [], 'nothing is entered yet')
})

t.test('weights share out the whole, to the unit', async t => {
  const weights = [
    { institutionId: 'a', weight: 1 },
    { institutionId: 'b', weight: 0 },
    { institutionId: 'c', weight: 2 },
    { institutionId: 'd', weight: Number.NaN },
  ]
  t.strictSame(weightedShares(100, weights), [
    { institutionId: 'a', amount: 33 },
    { institutionId: 'c', amount: 67 },
  ])
  t.strictSame(weightedShares(100, []), [])
})

t.test('whatever the weights, nothing is lost or made up, and nobody is off by a unit or more', async () => {
  const weight = fc.integer({ min: 0, max: 1000 })
  const totals = fc.integer({ min: 1, max: 1_000_000_000 })
  fc.assert(
    fc.property(totals, fc.array(weight, { minLength: 1, maxLength: 40 }), (total, given) => {
      const sum = given.reduce((all, each) => all + each, 0)
      fc.pre(sum > 0)
      const weights = given.map((each, index) => ({ institutionId: `ins_${index}`, weight: each }))
      const shares = weightedShares(total, weights)
      const shared = shares.reduce((all, { amount }) => all + amount, 0)
      return (
        shared === total &&
        shares.every(({ institutionId, amount }) => {
          const of = weights.find(each => each.institutionId === institutionId)
          return Math.abs(amount - (total * (of?.weight ?? 0)) / sum) <= 1
        })
      )
    }),
  )
})

t.test('last period times a factor is rounded down', async t => {
  const earlier = [
    { institutionId: 'a', amount: 101 },
    { institutionId: 'b', amount: 1 },
  ]
  t.strictSame(factorShares(earlier, 0.5), [{ institutionId: 'a', amount: 50 }])
  t.strictSame(amounts(factorShares(earlier, 1.1)), [111, 1])
  for (const factor of [0, -1, Number.NaN]) t.strictSame(factorShares(earlier, factor), [])
})
