import type { Token } from './tokens.ts'

/**
 * Which tokens stand under a negation: the four that follow one, up to the end of the clause. In French `plus` only
 * denies after `ne` (`je n'achète plus`, against `plus beau`), and `pas mal`, `pas que` do not deny at all.
 */
export function negatedTokens(tokens: readonly Token[]): Uint8Array {
  const negated = new Uint8Array(tokens.length)
  let left = 0
  let ne = 0
  for (const [i, token] of tokens.entries()) {
    if (ends.has(token.text)) left = 0
    else if (left > 0) {
      negated[i] = 1
      left--
    }
    if (token.plain === 'ne' || token.plain === "n'") ne = 4
    else if (ne > 0) ne--
    if (denies(token, tokens[i + 1], ne)) left = reach
  }
  return negated
}

const reach = 4
const ends = new Set([
  '.',
  ',',
  ';',
  ':',
  '!',
  '?',
  '!+',
  '?+',
  '?!',
  '...',
  '(',
  ')',
  'mais',
  'but',
])

function denies(token: Token, next: Token | undefined, ne: number): boolean {
  const { plain } = token
  if (plain.endsWith("n't")) return true
  if (plain === 'plus') return ne > 0
  if (plain === 'pas' && next !== undefined && harmless.has(next.plain)) return false
  return words.has(plain)
}

const harmless = new Set(['mal', 'que', 'seulement', 'forcement'])
const words = new Set(
  (
    'not no never none nothing nobody neither nor cannot without aint dont doesnt didnt isnt wasnt wont cant couldnt ' +
    'shouldnt wouldnt arent werent havent hasnt hardly barely ' +
    'pas jamais rien aucun aucune sans ni guere personne non'
  ).split(' '),
)
