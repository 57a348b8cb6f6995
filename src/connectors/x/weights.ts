/** What an address counts, however long (twitter-text config/v3.json, `transformedURLLength`). */
export const countedPerLink = 23

/** Code points that count 1; every other one counts 2 (config/v3.json, `ranges`, in hundredths there). */
const light: [from: number, to: number][] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
]

/**
 * An emoji counts 2, whatever it is made of (`emojiParsingEnabled`). Unicode's own list of what is shown as one picture,
 * as the browser and the server know it; a keycap may come without its variation selector.
 */
const emoji = /\p{RGI_Emoji}|[#*0-9]\u20e3/gv

/** The weight of a stretch without addresses. */
export function countCodePoints(words: string): number {
  let counted = 0
  const bare = words.replace(emoji, () => {
    counted += 2
    return ''
  })
  for (const letter of bare) {
    const code = letter.codePointAt(0) ?? 0
    counted += light.some(([from, to]) => code >= from && code <= to) ? 1 : 2
  }
  return counted
}
