import type { PhraseVariable, PhraseView } from '#domain/publishing/phrases/api.ts'

type Language = 'en' | 'fr'

/** The words of a phrase in a language, or else in the other one. */
export function wordsIn({ texts }: Pick<PhraseView, 'texts'>, language: Language): string {
  const other = language === 'fr' ? 'en' : 'fr'
  return texts[language] || texts[other] || ''
}

/** What is proposed for each variable: its default, the first choice, or nothing. */
export function proposed(variables: readonly PhraseVariable[]): Record<string, string> {
  return Object.fromEntries(
    variables.map((one) => [
      one.name,
      one.default || (one.kind === 'choice' ? (one.choices[0] ?? '') : ''),
    ]),
  )
}

/**
 * A template with its values, numbers and dates written as one writes them in that language. A variable without a
 * value stays between its braces.
 * @param values by name; numbers as `1299.5` or `1299,5`, dates as `2026-12-01`
 */
export function fill(
  text: string,
  variables: readonly PhraseVariable[],
  values: Record<string, string>,
  language: Language,
): string {
  return text.replace(/\{([^{}\n]{1,60})\}/g, (hole, inner: string) => {
    const variable = variables.find(({ name }) => name === inner.trim())
    const value = variable && values[variable.name]?.trim()
    return variable && value ? written(value, variable.kind, language) : hole
  })
}

/** Names that have no value yet, or a number that is none. */
export function missing(
  variables: readonly PhraseVariable[],
  values: Record<string, string>,
): string[] {
  return variables
    .filter(({ name, kind }) => {
      const value = values[name]?.trim() ?? ''
      return value === '' || (kind === 'number' && Number.isNaN(numberIn(value)))
    })
    .map(({ name }) => name)
}

function written(value: string, kind: PhraseVariable['kind'], language: Language): string {
  const tag = language === 'fr' ? 'fr' : 'en-GB'
  if (kind === 'number') {
    const number = numberIn(value)
    // A price is written with two decimals or none: 249, 249,90.
    const minimumFractionDigits = Number.isInteger(number) ? 0 : 2
    return Number.isNaN(number)
      ? value
      : new Intl.NumberFormat(tag, { minimumFractionDigits }).format(number)
  }
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const when = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const
    return new Intl.DateTimeFormat(tag, when).format(new Date(`${value}T12:00:00Z`))
  }
  return value
}

const numberIn = (value: string) => Number(value.replace(/[\s  ]/g, '').replace(',', '.'))
