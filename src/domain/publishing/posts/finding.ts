import { say, type Text } from '#platform/text.ts'

/** Something to correct or to know, complete in both languages. */
export interface Finding {
  /** `text`, `mediaIds`, `thread/<i>/text`, `firstComment`, `poll/…`, `options/<name>` or `channelId`. */
  field: string
  text: Text
}

export function finding(
  field: string,
  text: Text,
  params: Record<string, string | number> = {},
): Finding {
  return { field, text: { en: say(text, 'en', params), fr: say(text, 'fr', params) } }
}
