import type { Hint, Subject } from './hint.ts'
import { isPart } from './tag-parts.ts'
import { wordsOf } from './words.ts'

/** A hashtag of several words, all in small letters: `#madeinfrance`. */
export function hashtagWords({ text, prose, marks }: Subject): Hint | null {
  const own = new Set(
    wordsOf(prose).flatMap(({ word }) => (word.length > 3 ? word.toLowerCase() : [])),
  )
  for (const { kind, start, end } of marks) {
    if (kind !== 'hashtag') continue
    const tag = text.slice(start + 1, end)
    if (tag.length < 7 || tag !== tag.toLowerCase() || tag.includes('_')) continue
    const parts = cut(tag, own)
    if (!parts || parts.length < 2) continue
    const better = `#${parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')}`
    return {
      kind: 'hashtag-words',
      text: {
        en: `Write ${better} rather than #${tag}: with capitals a screen reader says the words, and eyes see them.`,
        fr: `Écrivez ${better} plutôt que #${tag} : avec des capitales, un lecteur d’écran dit les mots, et l’œil les voit.`,
      },
      why: {
        en: 'Networks find the same posts either way. Without capitals the tag is read as one unknown word.',
        fr: 'Les réseaux trouvent les mêmes publications dans les deux cas. Sans capitales, le hashtag est lu comme un seul mot inconnu.',
      },
      source: 'https://accessible-social.com/hashtags',
      where: { start, end },
    }
  }
  return null
}

/** The fewest known words that make the tag up, or null. */
function cut(tag: string, own: ReadonlySet<string>): string[] | null {
  const best: (string[] | null)[] = [[]]
  for (let end = 1; end <= tag.length; end++) {
    best[end] = null
    for (let start = Math.max(0, end - 16); start < end; start++) {
      const head = best[start]
      const part = tag.slice(start, end)
      if (!head || !(isPart(part) || own.has(part))) continue
      if (head.length + 1 < (best[end]?.length ?? Number.POSITIVE_INFINITY))
        best[end] = [...head, part]
    }
  }
  return best[tag.length] ?? null
}
