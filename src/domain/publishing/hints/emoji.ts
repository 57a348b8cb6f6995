import type { Hint, Subject } from './hint.ts'

const MOST = 5
const PICTOGRAPH =
  /\p{Extended_Pictographic}(?:[\p{Emoji_Modifier}\uFE0F\u20E3]|\u200D\p{Extended_Pictographic})*/gu

/** So many emoji that whoever listens hears nothing else. */
export function emoji({ text }: Subject): Hint | null {
  const found = [...text.matchAll(PICTOGRAPH)].filter(({ 0: one }) => !/^[©®™]/u.test(one))
  const [first] = found
  const last = found.at(-1)
  if (!first || !last || found.length <= MOST) return null
  return {
    kind: 'emoji',
    text: {
      en: `${found.length} emoji: a screen reader says each by its name. Keep one or two, at the end of a sentence.`,
      fr: `${found.length} émojis : un lecteur d’écran dit le nom de chacun. Gardez-en un ou deux, en fin de phrase.`,
    },
    why: {
      en: `Each emoji has a name that is read aloud, such as “chair” or “party popper”. From ${MOST + 1} on we say so: a habit, not a rule.`,
      fr: `Chaque émoji a un nom, qui est lu à voix haute : « chaise », « cotillons »… Nous le disons à partir de ${MOST + 1} : un usage, pas une règle.`,
    },
    source: 'https://digitalaccessibility.virginia.edu/social-media',
    where: { start: first.index, end: last.index + last[0].length },
  }
}
