import type { Language } from '#platform/text.ts'
import { type Blank, isOptional, type QueryTemplate } from './templates.ts'

/**
 * A template with what a person told put in its blanks. A choice of several names becomes `("a" OR "b")`; `{products!}`
 * asks for the spelling to the letter. What breaks a quotation is left out of the names.
 */
export function fill(
  { expression }: QueryTemplate,
  values: Partial<Record<Blank, string>>,
  language: Language,
): string {
  const handle = handleIn(values.handle ?? '')
  const or = language === 'fr' ? ' OU ' : ' OR '
  const whole = expression[language].replace(/\[([^\]]+)\]/g, handle === '' ? '' : '$1')
  return whole.replace(/\{(\w+)(!?)\}/g, (_, blank: Blank, exact: string) => {
    if (blank === 'handle') return handle
    const names = listed(values[blank] ?? '')
    const quoted = names.map((name) => (exact ? `{${name}}` : `"${name}"`))
    return quoted.length === 1 ? (quoted[0] ?? '') : `(${quoted.join(or)})`
  })
}

/** Which of its blanks must still be told. */
export function missingIn(
  { blanks }: QueryTemplate,
  values: Partial<Record<Blank, string>>,
): Blank[] {
  return blanks.filter((blank) => !isOptional(blank) && listed(values[blank] ?? '').length === 0)
}

const handleIn = (value: string) => (listed(value)[0] ?? '').replace(/^@|[\s()]/g, '')

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
