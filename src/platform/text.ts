/** The languages the desk speaks. */
export type Language = 'en' | 'fr'

/** A sentence for people, complete in every language of the desk. */
export type Text = Readonly<Record<Language, string>>

/**
 * Fills `{name}` holes of a sentence.
 * @param text the sentence in every language
 * @param language the language to answer in
 * @param params values by hole; a hole without a value stays visible, so that a test can see it
 */
export function say(text: Text, language: Language, params: Record<string, string | number> = {}) {
  return text[language].replace(/\{(\w+)\}/g, (hole, name: string) => String(params[name] ?? hole))
}

/** A text on one line, cut with “…” where it is longer than `most` UTF-16 units. */
export function oneLine(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > most ? `${line.slice(0, most - 1)}…` : line
}

/**
 * Picks the language of an answer from an `Accept-Language` header (RFC 9110, section 12.5.4).
 * @returns `fr` when French comes before English in the header's order of preference, else `en`
 */
export function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...settings] = part.trim().toLowerCase().split(';')
      const q = settings.find((s) => s.trim().startsWith('q='))
      return { tag: tag.split('-')[0], q: q ? Number(q.trim().slice(2)) || 0 : 1 }
    })
    .filter(({ tag, q }) => q > 0 && (tag === 'fr' || tag === 'en'))
    .sort((a, b) => b.q - a.q)
  return wanted[0]?.tag === 'fr' ? 'fr' : 'en'
}
