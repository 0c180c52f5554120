import { instantText } from '../../contract/common.ts'
import type { OutageReply, OutageWithAffectedReply } from '../../contract/outages.ts'
import type { OutageWithAffected } from '../../operations/outages.ts'
import type { AffectedBooking } from '../../store/instrumentUse.ts'
import type { OutageRow } from '../../store/outages.ts'
import { madeAndRetiredAt } from './stamps.ts'

/** An outage as everyone sees it; who said it stands in the audit. */
export const presentOutage = ({ createdBy: _, ...outage }: OutageRow): OutageReply => ({
  ...outage,
  kind: outage.kind as OutageReply['kind'],
  start: instantText(outage.start),
  end: instantText(outage.end),
  ...madeAndRetiredAt(outage),
})

/** An outage as the host's staff see it, with the people they must talk to. */
export const presentOutageWithAffected = ({
  outage,
  affected,
}: OutageWithAffected): OutageWithAffectedReply => ({
  outage: presentOutage(outage),
  affected: affected.map(presentAffected),
})

const presentAffected = ({ personId, personName, start, end, ...booking }: AffectedBooking) => ({
  ...booking,
  start: instantText(start),
  end: instantText(end),
  person: { id: personId, name: personName },
})
