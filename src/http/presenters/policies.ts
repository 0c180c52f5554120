import { instantText } from '../../contract/common.ts'
import type { PolicyReply } from '../../contract/policies.ts'
import type { Policy } from '../../store/policies.ts'

/** A revision of the rules on the wire. */
export const presentPolicy = ({ effectiveFrom, createdAt, rules, ...policy }: Policy): PolicyReply => ({
  ...policy,
  // The shape has mutable lists, the domain has not.
  rules: rules as PolicyReply['rules'],
  effectiveFrom: instantText(effectiveFrom),
  createdAt: instantText(createdAt),
})
