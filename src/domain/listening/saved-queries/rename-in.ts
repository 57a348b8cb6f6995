import { named, parseQuery, sameName, type Stretch } from '../query/index.ts'

/** An expression that calls another query by its new name, wherever it named it; the rest is left as it was typed. */
export function renamed(expression: string, from: string, to: string): string {
  return namedIn(expression).reduceRight((text, { name, at: { start, end } }) => {
    if (!sameName(name, from)) return text
    return `${text.slice(0, start)}${named(to)}${text.slice(end)}`
  }, expression)
}

/** Where an expression names others, in the order written; nothing where it cannot be cut into pieces. */
export function namedIn(expression: string): { name: string; at: Stretch }[] {
  // Only the pieces are wanted: whatever is named is taken to exist.
  const book = { find: () => ({ expression: 'any' }) }
  const parsed = parseQuery(expression, { book, evenLoose: true })
  if (!parsed.ok) return []
  return parsed.tokens.flatMap((token) => (token.kind === 'named' ? token : []))
}
