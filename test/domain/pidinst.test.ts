import t from 'tap'
import { z } from 'zod'
import { pidinstRecord, type PidinstSource } from '../../src/domain/pidinst.ts'
import type { Day } from '../../src/domain/units.ts'
import { dataAbsent, readData } from '../support/sharedData.ts'

const bare: PidinstSource = {
  name: '圆二色谱仪',
  maker: null,
  model: null,
  serial: null,
  assetNumber: null,
  classCode: null,
  resourceClass: 'spectrometer',
  technique: null,
  serviceText: null,
  commissionedOn: null,
  retiredOn: null,
  owner: { name: '某大学', ror: null, uscc: null },
}

const full: PidinstSource = {
  ...bare,
  maker: 'Applied Photophysics',
  model: 'Chirascan V100',
  serial: 'SN-1',
  assetNumber: '20260001',
  classCode: '030303',
  technique: '圆二色谱',
  serviceText: '蛋白质二级结构测定',
  commissionedOn: '2021-09-01' as Day,
  retiredOn: '2031-09-01' as Day,
  owner: { name: '某大学', ror: 'https://ror.org/02v51f717', uscc: '12100000400002259P' },
}

const page = 'https://jishi.example/instruments/itm_1'

t.test('an instrument known by its name alone still has every mandatory property', async t => {
  t.strictSame(pidinstRecord(bare, page), {
    identifier: { identifier: page, identifierType: 'URL' },
    schemaVersion: '1.0',
    landingPage: page,
    name: '圆二色谱仪',
    owners: [{ ownerName: '某大学' }],
    manufacturers: [{ manufacturerName: ':unav' }],
    instrumentTypes: [{ instrumentTypeName: 'spectrometer' }],
  })
})

t.test('what is known is told in the terms of the standard', async t => {
  const record = pidinstRecord(full, page)
  t.strictSame(record.model, { modelName: 'Chirascan V100' })
  t.equal(record.description, '蛋白质二级结构测定')
  t.strictSame(record.dates, [
    { date: '2021-09-01', dateType: 'Commissioned' },
    { date: '2031-09-01', dateType: 'DeCommissioned' },
  ])
  t.match(record.alternateIdentifiers, [
    { alternateIdentifier: 'SN-1', alternateIdentifierType: 'SerialNumber' },
    { alternateIdentifier: '20260001', alternateIdentifierType: 'InventoryNumber' },
    { alternateIdentifier: '030303', alternateIdentifierType: 'Other' },
  ])
  const identifierOf = (owner: PidinstSource['owner']) =>
    pidinstRecord({ ...full, owner }, page).owners[0]?.ownerIdentifier?.ownerIdentifierType
  t.equal(identifierOf(full.owner), 'ROR')
  t.equal(identifierOf({ ...full.owner, ror: null }), 'USCC')
})

t.test('records fit the JSON schema of PIDINST 1.0', { skip: dataAbsent('pidinst') }, async t => {
  const schema = JSON.parse(
    readData('pidinst/pidinst-schema-1_0.schema.json').toString(),
  ) as z.core.JSONSchema.JSONSchema
  const shape = z.fromJSONSchema(schema)
  t.ok(shape.safeParse(pidinstRecord(bare, page)).success)
  t.ok(shape.safeParse(pidinstRecord(full, page)).success)
  t.notOk(shape.safeParse({ ...pidinstRecord(full, page), owners: undefined }).success)
})
