import { doubleOf, thePage } from '#connectors/_linkedin/double.ts'

export { app, goodCode } from '#connectors/_linkedin/double.ts'

/** LinkedIn in memory, for the administrator of a page (`_linkedin/double.ts`). */
export const linkedinDouble = doubleOf(thePage)
