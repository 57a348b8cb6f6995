import type { Text } from '#platform/text.ts'

/** Named one by one; of more, the number is told. */
const named = 3

/** What is told of the searches that GDELT would not make; nothing when it made them all. */
export function leftOut(terms: string[]): Text | null {
  if (terms.length === 0) return null
  const some = terms.slice(0, named)
  const more = terms.length - some.length
  const en = some.map((term) => `“${term}”`).join(', ') + (more > 0 ? ` and ${more} more` : '')
  const fr = some.map((term) => `« ${term} »`).join(', ') + (more > 0 ? ` et ${more} autres` : '')
  return {
    en: `GDELT does not search for ${en}: too short or too common. The rest is read; a longer phrase in the query would be found.`,
    fr: `GDELT ne cherche pas ${fr} : trop court ou trop courant. Le reste est lu ; une expression plus longue dans la requête serait trouvée.`,
  }
}
