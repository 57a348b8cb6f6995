import type { Hint, Subject } from './hint.ts'

const MOST = 5

/** More hashtags than people read. */
export function hashtagCount({ marks }: Subject): Hint | null {
  const tags = marks.filter(({ kind }) => kind === 'hashtag')
  const extra = tags[MOST]
  const last = tags.at(-1)
  if (!extra || !last) return null
  return {
    kind: 'hashtag-count',
    text: {
      en: `${tags.length} hashtags. Keep the two or three that people who look for you would type.`,
      fr: `${tags.length} hashtags. Gardez les deux ou trois que taperait quelqu’un qui vous cherche.`,
    },
    why: {
      en: `No source that we trust gives a number that holds everywhere. We speak from ${MOST + 1} on: a habit, not a rule.`,
      fr: `Aucune source fiable ne donne un nombre valable partout. Nous le disons à partir de ${MOST + 1} : un usage, pas une règle.`,
    },
    source: null,
    where: { start: extra.start, end: last.end },
  }
}
