import { shown } from './spellings.ts'

/** So many words may part the first word of a topic from another of its words: a sentence or two. */
const NEAR = 20

/**
 * The saved query that would follow a topic. A phrase, a hashtag or an address says enough; a word alone is met everywhere,
 * and counts only near another of the topic's words.
 * @param terms the topic's, the one that leads first
 * @param spellings how people write them
 */
export function expressionFor(
  [lead = '', ...others]: readonly string[],
  spellings: ReadonlyMap<string, string>,
): string {
  const quoted = (term: string) =>
    `"${shown(term, spellings)
      .replace(/["“”„«»\s]+/g, ' ')
      .trim()}"`
  if (isLink(lead)) return `url:${quoted(lead)}`
  const beside = others.filter((term) => !isLink(term)).map(quoted)
  if (saysEnough(lead) || beside.length === 0) return quoted(lead)
  return `${quoted(lead)} NEAR/${NEAR} ${beside.length > 1 ? `(${beside.join(' OR ')})` : beside[0]}`
}

const isLink = (term: string) => term.startsWith('https://')

const saysEnough = (term: string) => term.startsWith('#') || term.includes(' ')
