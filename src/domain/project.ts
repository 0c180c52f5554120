/** Funding codes, and disciplines, of one project at most: the yearly report takes no more. */
export const listedMax = 4
