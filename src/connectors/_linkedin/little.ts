import { text as rules } from './text.ts'

/** What has a meaning in LinkedIn's own notation (“little text format”, li-lms-2026-05, read 2026-11-25). */
const reserved = /[\\|{}@[\]()<>#*_~]/g

const escaped = (words: string) => words.replace(reserved, '\\$&')

/**
 * A text in LinkedIn's notation: tags and mentions keep their meaning, all the rest is plain. A sign that is not escaped
 * would cut the post short without a word.
 */
export function toLittle(words: string): string {
  let little = ''
  let at = 0
  for (const { start, end, kind, value } of rules.spans(words)) {
    if (kind === 'link') continue
    little += escaped(words.slice(at, start))
    little += kind === 'hashtag' ? `{hashtag|\\#|${escaped(value)}}` : mentionOf(value)
    at = end
  }
  return little + escaped(words.slice(at))
}

function mentionOf(value: string): string {
  const [, name = '', urn = ''] = /^\[(.*)\]\((.*)\)$/.exec(value) ?? []
  return `@[${escaped(name)}](${urn})`
}

/** The words of LinkedIn's notation, as a person wrote them. */
export function fromLittle(little: string): string {
  return little
    .replace(/\{hashtag\|\\?#\|((?:\\.|[^}])*)\}/g, '#$1')
    .replace(/\\([\\|{}@[\]()<>#*_~])/g, '$1')
}
