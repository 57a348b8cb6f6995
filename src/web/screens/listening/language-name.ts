/** The name of a language, as it begins a line. */
export function languageName(code: string, locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code
  return name.slice(0, 1).toLocaleUpperCase(locale) + name.slice(1)
}
