import { parseQuery, sameName } from '../query/index.ts'

/** An expression that calls another query by its new name, wherever it named it; the rest is left as it was typed. */
export function renamed(expression: string, from: string, to: string): string {
  // Only the pieces are wanted: whatever is named is taken to exist.
  const book = { find: () => ({ expression: 'any' }) }
  const parsed = parseQuery(expression, { book, evenLoose: true })
  if (!parsed.ok) return expression
  return parsed.tokens.reduceRight((text, token) => {
    if (token.kind !== 'named' || !sameName(token.name, from)) return text
    const { start, end } = token.at
    return `${text.slice(0, start)}query:"${to.replaceAll('"', ' ')}"${text.slice(end)}`
  }, expression)
}
