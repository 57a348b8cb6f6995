/** Something that can be typed in a query, and what it means. */
export interface Completion {
  insert: string
  meaning: string
  /** How it begins in the languages of queries, the reader's own or not: once typed, it is offered too. */
  names?: readonly string[]
}

export interface Offer {
  /** Where the word that is being typed begins. */
  from: number
  options: Completion[]
}

const MOST = 8

/**
 * What may come where the caret stands: operators after a capital, fields after two letters, saved queries after
 * `query:` or `requête:`; everything when it is asked for.
 */
export function completionsAt(
  text: string,
  caret: number,
  known: readonly Completion[],
  { asked = false } = {},
): Offer | null {
  const before = text.slice(0, caret)
  const quotes = before.match(/"/g)?.length ?? 0
  const word = lastWord.exec(before)?.[0] ?? ''
  const isNaming = naming.test(word)
  if (quotes % 2 === 1 && !isNaming) return null
  const typed = fold(word)
  const enough = asked || isNaming || isOperator(word) || typed.length > 1
  if (!enough) return null
  const options = known.filter(
    (completion) =>
      begins(completion, typed) &&
      completion.insert !== word &&
      (asked || isOperator(completion.insert) === isOperator(word)),
  )
  return options.length > 0 ? { from: caret - word.length, options: options.slice(0, MOST) } : null
}

const naming = /^(?:query|requ(?:ê|e\u0302?)te):/iu
const lastWord = /(?:(?:query|requ(?:ê|e\u0302?)te):"?[^"()]*|[^\s()"]*)$/iu

/** A name in another language counts once it is whole: until then it may be any word. */
function begins({ insert, names = [] }: Completion, typed: string): boolean {
  const own = fold(insert)
  if (own.startsWith(typed)) return true
  const name = names.map(fold).find((one) => typed.startsWith(one))
  return name !== undefined && own.slice(own.indexOf(':') + 1).startsWith(typed.slice(name.length))
}

/** The text with the completion in the place of the word being typed, and where the caret goes. */
export function completed(text: string, caret: number, { from }: Offer, { insert }: Completion) {
  const after = text.slice(caret)
  const open = insert.endsWith(':') || insert.endsWith('>')
  const gap = open || after.startsWith(' ') ? '' : ' '
  const start = text.slice(0, from) + insert + gap
  return { text: start + after, caret: start.length }
}

function isOperator(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}

function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/"/g, '')
}
