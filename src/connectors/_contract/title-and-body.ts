import { graphemes } from './graphemes.ts'

/** The longest line that may stand as a title; a longer one is cut for it. */
const longestTitle = 120

export interface TitleAndBody {
  title: string
  body: string
}

/**
 * What a network that wants titles is given: the one that was asked for, else the first line of the text, which
 * then leaves the body. A first line too long for a title stays in the body, and its beginning is the title.
 */
export function titleAndBody(text: string, asked = ''): TitleAndBody {
  const words = text.trim()
  if (asked.trim() !== '') return { title: asked.trim(), body: words }
  const [first = '', ...rest] = words.split('\n')
  const line = first.trim()
  if (graphemes(line) <= longestTitle) return { title: line, body: rest.join('\n').trim() }
  return { title: beginning(line), body: words }
}

/** Cut between two words where there is such a place in its second half. */
function beginning(line: string): string {
  // Never half of a character.
  const cut = line.slice(0, longestTitle - 1).replace(/[\uD800-\uDBFF]$/, '')
  const space = cut.lastIndexOf(' ')
  return `${space > longestTitle / 2 ? cut.slice(0, space) : cut}…`
}
