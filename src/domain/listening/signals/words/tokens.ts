/**
 * Cuts a short post into what its readers react to: words, hashtags, emoji, emoticons, runs of punctuation. Links and
 * people become one token each, digits a shape, so that models learn manners of speech and never names or addresses.
 */
export interface Token {
  kind: 'word' | 'tag' | 'link' | 'person' | 'sign'
  /** Lower case, compatibility forms folded, letters repeated at most twice, digits as zeros. */
  text: string
  /** `text` without accents. */
  plain: string
  /** Where it stands in the post, in UTF-16 units. */
  start: number
  end: number
}

/** A post longer than this is read by its beginning: a model of short posts knows nothing of the rest. */
const longest = 4000

/** The tokens of a text, in its order. Never throws: lone surrogates and control characters are gaps. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const read = text.length > longest ? text.slice(0, longest) : text
  pattern.lastIndex = 0
  for (let match = pattern.exec(read); match; match = pattern.exec(read)) {
    const [raw, asWord] = match
    if (asWord === undefined) tokens.push(sign(raw, match.index))
    else addWord(tokens, raw, match.index)
  }
  return tokens
}

/** Without accents: what people write when they are in a hurry. */
export function withoutAccents(text: string): string {
  if (ascii.test(text)) return text
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
}

const ascii = /^[\u0020-\u007e]*$/

const pattern = new RegExp(
  [
    String.raw`(?:https?:\/\/\S+|www\.\S+|\bhttps?\b)`,
    String.raw`(?:@[\p{L}\p{N}_.-]*[\p{L}\p{N}_](?:@[\p{L}\p{N}.-]*[\p{L}\p{N}])?)`,
    String.raw`(?:&(?:amp|lt|gt|quot|nbsp|#39);)`,
    String.raw`(?:[:;=8][-'^o]?[)(\]\[dDpP/\\|3oO*@]+(?![\p{L}\p{N}])|\b[xX][dDpP]+\b|<\/?3+|\^_*\^|-_+-|T_T|¯\\_\(ツ\)_\/¯)`,
    String.raw`(#?[\p{L}\p{N}][\p{L}\p{M}\p{N}_]*(?:['’][\p{L}\p{M}\p{N}]+)*['’]?)`,
    String.raw`(?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic})`,
    String.raw`(?:[!?]+|\.{2,}|…|[.,;:()"%€$&+«»*])`,
  ].join('|'),
  'gu',
)

/** French words that lean on the next one: `j'adore` is two words, `aujourd'hui` and `don't` are one. */
const elided = /^(?:l|d|j|m|t|s|c|n|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|ch)$/

function addWord(tokens: Token[], raw: string, at: number): void {
  const cut = apostrophe.test(raw) ? raw.search(apostrophe) : -1
  if (cut > 0 && elided.test(raw.slice(0, cut).toLowerCase())) {
    tokens.push(word(raw.slice(0, cut), at, "'"))
    if (cut + 1 < raw.length) addWord(tokens, raw.slice(cut + 1), at + cut + 1)
    return
  }
  const bare = raw.replace(/['’]$/, '')
  if (bare !== '') tokens.push(word(bare, at, ''))
}

const apostrophe = /['’]/

function word(raw: string, start: number, mark: string): Token {
  const known = shapes.get(raw + mark)
  const shape = known ?? shapeOf(raw, mark)
  if (known === undefined) {
    if (shapes.size >= remembered) shapes.clear()
    shapes.set(raw + mark, shape)
  }
  return { ...shape, start, end: start + raw.length }
}

/** Posts repeat their words: a spelling is worked out once. */
const shapes = new Map<string, Pick<Token, 'kind' | 'text' | 'plain'>>()
const remembered = 30_000

function shapeOf(raw: string, mark: string): Pick<Token, 'kind' | 'text' | 'plain'> {
  const tag = raw.startsWith('#') && raw.length > 1
  const text = shape(raw.replace(/^#/, '')) + mark
  return { kind: tag ? 'tag' : 'word', text, plain: withoutAccents(text) }
}

function shape(raw: string): string {
  const composed = plainAscii.test(raw) ? raw : raw.normalize('NFKC').replaceAll('’', "'")
  const text = composed.toLowerCase().replace(repeated, '$1$1')
  return /^\d/.test(text) ? '0'.repeat(Math.min(text.length, 4)) : text
}

const plainAscii = /^[\u0020-\u007e]*$/
const repeated = /(\p{L})\1{2,}/gu

function sign(raw: string, start: number): Token {
  const end = start + raw.length
  if (/^(?:https?|www\.)/i.test(raw))
    return { kind: 'link', text: '<url>', plain: '<url>', start, end }
  if (raw.startsWith('@')) return { kind: 'person', text: '<user>', plain: '<user>', start, end }
  const text = markShape(raw)
  return { kind: 'sign', text, plain: text, start, end }
}

function markShape(raw: string): string {
  if (/^[!?]+$/.test(raw)) {
    if (raw.length === 1) return raw
    return raw.includes('!') ? (raw.includes('?') ? '?!' : '!+') : '?+'
  }
  if (raw === '…' || raw.startsWith('..')) return '...'
  if (/^[xX][dDpP]+$/.test(raw)) return 'xd'
  return raw.slice(0, 3).toLowerCase()
}
