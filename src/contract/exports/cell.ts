/** What an export may put in a cell. Instants are text (RFC 3339), amounts numbers, what is unknown null. */
export type ExportCell = string | number | boolean | null

export type ExportRow = readonly ExportCell[]
