/** Stage of an instrument's life: 在建, 科研, 试运行, 正式运行, 停用. */
export type OperatingState = 'construction' | 'research' | 'trial' | 'operation' | 'retired'

export const OPERATING_STATES = ['construction', 'research', 'trial', 'operation', 'retired'] as const

/** Who may book in an operating state, besides the host's staff. */
export type MayBook = 'nobody' | 'invited' | 'everyone'

/**
 * An instrument under construction, under commissioning research or retired takes no users; trial use is by
 * invitation.
 */
export const MAY_BOOK_DEFAULT: Readonly<Record<OperatingState, MayBook>> = {
  construction: 'nobody',
  research: 'nobody',
  trial: 'invited',
  operation: 'everyone',
  retired: 'nobody',
}
