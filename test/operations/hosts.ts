import type { Test } from 'tap'
import { addInstrument, type NewInstrument } from '../../src/operations/instruments.ts'
import { SYSTEM } from '../../src/operations/perform.ts'
import type { Engine } from '../../src/store/database.ts'
import { aSite } from './site.ts'

/** A site with one host institution, its lab manager, one of another institution, and a researcher. */
export async function aHost(t: Test, engine: Engine) {
  const site = await aSite(t, engine)
  const hostId = await site.institution({ name: '东道研究所' })
  const elsewhereId = await site.institution({ name: '别的研究所' })
  const manager = await site.holding('lab-manager', 'institution', hostId)
  const stranger = await site.holding('lab-manager', 'institution', elsewhereId)
  const researcher = { personId: await site.staff(hostId) }
  const draft = (given: Partial<NewInstrument> = {}): NewInstrument => ({
    institutionId: hostId,
    name: '共聚焦显微镜',
    resourceClass: 'microscope',
    zone: 'Asia/Shanghai',
    ...given,
  })
  return {
    ...site,
    hostId,
    elsewhereId,
    manager,
    stranger,
    researcher,
    draft,
    /** A draft instrument of the host. */
    instrument: (given: Partial<NewInstrument> = {}) => addInstrument(site.context, SYSTEM, draft(given)),
  }
}
