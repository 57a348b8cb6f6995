import { doubleOf, thePerson } from '#connectors/_linkedin/double.ts'

export { app, goodCode } from '#connectors/_linkedin/double.ts'

/** LinkedIn in memory, for a person: what it gives to pages alone is refused (`_linkedin/double.ts`). */
export const linkedinDouble = doubleOf(thePerson)
