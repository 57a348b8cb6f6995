import type { Article } from '../tables.ts'

/** What a template may hold, in either language, and what stands there in the end. */
const HOLES: Record<string, keyof Article> = {
  title: 'title',
  titre: 'title',
  link: 'url',
  lien: 'url',
  summary: 'text',
  résumé: 'text',
  resume: 'text',
  author: 'author',
  auteur: 'author',
}

const HOLE = /\{(\p{L}+)\}/gu

/** Names in a template that mean nothing. */
export function unknownHoles(template: string): string[] {
  return [...template.matchAll(HOLE)].flatMap(([, name = '']) =>
    Object.hasOwn(HOLES, name.toLowerCase()) ? [] : [name],
  )
}

/** A template with an article in it; blank lines that an absent author or summary would leave are closed. */
export function fillTemplate(template: string, article: Article): string {
  const filled = template.replace(HOLE, (whole, name: string) => {
    const part = HOLES[name.toLowerCase()]
    return part ? article[part] : whole
  })
  return filled.replace(/\n{3,}/g, '\n\n').trim()
}

/**
 * The same, made to fit: the summary is cut at a word, then left out, then the title is cut. The link is never cut.
 * @param fits whether a network takes this text
 * @returns null when not even the link alone would fit
 */
export function fillToFit(
  template: string,
  article: Article,
  fits: (text: string) => boolean,
): string | null {
  const whole = fillTemplate(template, article)
  if (fits(whole)) return whole
  for (const part of ['text', 'title'] as const) {
    const short = part === 'title' ? { ...article, text: '' } : article
    const cut = longestThat(
      (text) => fits(fillTemplate(template, { ...short, [part]: text })),
      article[part],
    )
    if (cut !== null) return fillTemplate(template, { ...short, [part]: cut })
  }
  return null
}

/** The longest beginning, cut at a word, that passes; '' when only nothing does; null when not even that. */
function longestThat(passes: (text: string) => boolean, text: string): string | null {
  if (!passes('')) return null
  const words = text.split(/(?<=\s)/)
  let [good, bad] = [0, words.length]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (passes(cutAt(words, middle))) good = middle
    else bad = middle
  }
  return good === 0 ? '' : cutAt(words, good)
}

const cutAt = (words: string[], count: number) => `${words.slice(0, count).join('').trim()}…`
