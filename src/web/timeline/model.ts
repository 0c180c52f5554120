/** Half-open time [start, end) in epoch milliseconds. The spans of the domain fit it. */
export interface TimeSpan {
  readonly start: number
  readonly end: number
}

export type Zoom = 'day' | 'week' | 'month'

/** What a bar stands for. `busy` is a booking of which the reader may see no more than that. */
export type ItemState = 'busy' | 'requested' | 'confirmed' | 'in_use' | 'completed' | 'maintenance'

export interface TimelineItem extends TimeSpan {
  readonly id: string
  readonly title: string
  readonly detail?: string
  readonly state: ItemState
  /** How many of the row's places it takes. */
  readonly places: number
  /** The reader's own: drawn so, and said so. */
  readonly own: boolean
  /** Whether it may be dragged, and moved by keys. */
  readonly movable: boolean
}

export interface TimelineOutage extends TimeSpan {
  readonly id: string
  readonly planned: boolean
  readonly reason: string | null
}

export interface TimelineRow {
  readonly id: string
  readonly label: string
  readonly detail?: string
  /** Where the row's name leads. */
  readonly href?: string
  /** IANA zone of the instrument: its days and its slots count there. */
  readonly zone: string
  readonly capacity: number
  /** Opening hours, or null where it is always open. */
  readonly open: readonly TimeSpan[] | null
  readonly outages: readonly TimelineOutage[]
  readonly items: readonly TimelineItem[]
}

/** A time in a row: what was selected, or where a booking is on its way to. */
export interface RowSpan {
  readonly rowId: string
  readonly span: TimeSpan
  /** The booking that moves there, where one does. */
  readonly itemId?: string
}

/** What the reader is about to do: it is drawn, and done when the pointer is let go or Enter is pressed. */
export interface Draft {
  readonly kind: 'select' | 'move' | 'resize'
  readonly row: number
  readonly span: TimeSpan
  /** Absent for a selection. */
  readonly item?: TimelineItem
}

/** Every text of the timeline and its list, in one language. */
export interface TimelineWords {
  readonly instrument: string
  readonly now: string
  readonly free: string
  readonly closed: string
  readonly past: string
  readonly plannedOutage: string
  readonly unplannedOutage: string
  readonly own: string
  readonly selected: string
  readonly pending: string
  readonly noRows: string
  readonly nothing: string
  readonly legend: string
  readonly states: Readonly<Record<ItemState, string>>
  /** How to work the grid by keys; read out when it takes the focus. */
  readonly keys: string
  readonly because: (what: string, reason: string) => string
  readonly placesLeft: (left: number, capacity: number) => string
  readonly places: (count: number) => string
  /** A time that reads differently where the instrument stands. */
  readonly localTime: (time: string, zone: string) => string
  readonly itemsInCell: (count: number) => string
  readonly sentence: (parts: readonly string[]) => string
  readonly hours: (hours: number) => string
  readonly selecting: (time: string, length: string) => string
  readonly moving: (title: string, row: string, time: string) => string
  readonly resizing: (title: string, time: string) => string
  readonly confirmHint: string
  readonly dropped: string
  readonly book: string
  readonly open: string
  readonly more: (count: number) => string
}
