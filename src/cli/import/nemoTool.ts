import { z } from 'zod'

const text = z.string().refine(value => value.isWellFormed() && !value.includes('\u0000'), 'text-not-allowed')
const count = z.int().min(0).nullable().default(null)
const clock = z.iso.time().nullable().default(null)
const flag = z.boolean().nullable().default(null)

/** A tool in a NEMO fixture (Django `dumpdata`), as far as Jishi reads it; Django may leave out defaults. */
export const toolShape = z.object({
  name: text.min(1).max(200),
  visible: z.boolean().default(true),
  description: text.nullable().default(null),
  serial: text.nullable().default(null),
  category: text.nullable().default(null),
  operational: z.boolean().default(false),
  location: text.nullable().default(null),
  phone_number: text.nullable().default(null),
  notification_email_address: text.nullable().default(null),
  reservation_horizon: count,
  minimum_usage_block_time: count,
  maximum_usage_block_time: count,
  maximum_reservations_per_day: count,
  minimum_time_between_reservations: count,
  maximum_future_reservation_time: count,
  missed_reservation_threshold: count,
  max_delayed_logoff: count,
  policy_off_between_times: flag,
  policy_off_start_time: clock,
  policy_off_end_time: clock,
  policy_off_weekend: flag,
})
export type NemoTool = z.infer<typeof toolShape>
