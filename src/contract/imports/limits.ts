/** Bounds of an import: a file beyond one of them is refused whole, before its rows are looked at. */
export const importBytesMax = 20 * 1024 * 1024
export const importRowsMax = 50_000
export const importColumnsMax = 200
export const importCellLengthMax = 4_000
/** A workbook is a zip archive: what it may unfold to. */
export const importUnpackedBytesMax = 200 * 1024 * 1024
/** Faults listed; a file with more is wrong as a whole, and nobody reads on. */
export const importFaultsMax = 1_000
/** Funding codes and disciplines of a project. */
export const importListMax = 4
export const importMembersMax = 500
/** What a fault quotes of a cell. */
export const faultValueLengthMax = 80
