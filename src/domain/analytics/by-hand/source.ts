import { type Language, say, type Text } from '#platform/text.ts'

const entered: Text = {
  en: 'Entered by hand by {name} on {day}.',
  fr: 'Saisi à la main par {name} le {day}.',
}

/** Where a figure comes from that a person entered. */
export function sourceOf(
  { by, at }: { by: string; at: Date },
  language: Language,
  timeZone: string,
): string {
  const day = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone,
  }).format(at)
  return say(entered, language, { name: by, day })
}
