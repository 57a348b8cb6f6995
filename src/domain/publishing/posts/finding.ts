import { type Language, say, type Text } from '#platform/text.ts'

/** Something to correct or to know, complete in both languages. */
export interface Finding {
  /** `text`, `mediaIds`, `thread/<i>/text`, `firstComment`, `poll/…`, `options/<name>` or `channelId`. */
  field: string
  text: Text
}

/** @param params what fills its holes; what is said differently in each language is a `Text` */
export function finding(
  field: string,
  text: Text,
  params: Record<string, string | number | Text> = {},
): Finding {
  const told = (language: Language) =>
    say(
      text,
      language,
      Object.fromEntries(
        Object.entries(params).map(([name, value]) => [
          name,
          typeof value === 'object' ? value[language] : value,
        ]),
      ),
    )
  return { field, text: { en: told('en'), fr: told('fr') } }
}
