import type { Language } from '#platform/text.ts'
import type { Blank, QueryTemplate } from './templates.ts'

/**
 * A template with what a person told put in its blanks. A choice of several names becomes `("a" OR "b")`; `{products!}`
 * asks for the spelling to the letter. What breaks a quotation is left out of the names.
 */
export function fill(
  { expression }: QueryTemplate,
  values: Partial<Record<Blank, string>>,
  language: Language,
): string {
  const or = language === 'fr' ? ' OU ' : ' OR '
  return expression[language].replace(/\{(\w+)(!?)\}/g, (_, blank: Blank, exact: string) => {
    const names = listed(values[blank] ?? '')
    if (blank === 'handle') return (names[0] ?? '').replace(/^@|[\s()]/g, '')
    const quoted = names.map((name) => (exact ? `{${name}}` : `"${name}"`))
    return quoted.length === 1 ? (quoted[0] ?? '') : `(${quoted.join(or)})`
  })
}

/** The names of a list separated by commas, without signs that would end a quotation. */
export function listed(value: string): string[] {
  return value
    .split(/[,;\n]/)
    .map((name) =>
      name
        .replace(/["“”„«»{}*?()]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((name) => /[\p{L}\p{N}]/u.test(name))
}
