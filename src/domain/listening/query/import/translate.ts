import * as causes from './sentences.ts'

interface Translated {
  text: string
  gone?: boolean
  /** What to tell about it. */
  cause?: causes.Cause
}

/** One piece of a foreign query in our language. */
export function translate(piece: string): Translated {
  const near = /^NEAR\/(\d+)f$/i.exec(piece)
  if (near) return { text: `ONEAR/${near[1]}` }
  if (/^~\d+$/.test(piece)) return gone(piece, causes.groupDistance)
  if (/^(?:<<<|\/\*)/.test(piece)) return { text: piece }
  const [, name, value] = /^([A-Za-z_.]+):(.*)$/s.exec(piece) ?? []
  if (name !== undefined && value !== undefined && !value.startsWith('//')) {
    return field(name.toLowerCase(), value, piece)
  }
  return jokers(piece)
}

/** Their name of a field, small letters: ours. */
const fields: ReadonlyMap<string, string> = new Map([
  ['author', 'author'],
  ['site', 'site'],
  ['url', 'url'],
  ['lang', 'lang'],
  ['language', 'lang'],
])
const signed: ReadonlyMap<string, string> = new Map([
  ['hashtags', '#'],
  ['hashtag', '#'],
  ['at_mentions', '@'],
])
const exact = new Set(['raw'])
const counts = new Set(['authorfollowers', 'followers'])
const parts = new Set(['title', 'content'])

/** Fields that say where in a post words stand. */
export function isTextField(name: string): boolean {
  return parts.has(name.toLowerCase())
}

/** Can each word of the field's group be asked for here? */
export function hasEqual(name: string): boolean {
  const small = name.toLowerCase()
  return fields.has(small) || signed.has(small) || exact.has(small) || counts.has(small)
}

function field(name: string, value: string, piece: string): Translated {
  const known = fields.get(name)
  if (known) return knownField(known, value, piece)
  const sign = signed.get(name)
  if (sign) return jokers(sign + bare(value).replace(/^[#@]/, '').replace(/\s+/g, ''))
  if (exact.has(name)) {
    const plain = /^[\p{L}\p{N}\s]*$/u.test(bare(value))
    return { text: `{${bare(value)}}`, ...(plain ? {} : { cause: causes.signs }) }
  }
  if (counts.has(name)) return followers(value, piece)
  if (!isTextField(name)) return gone(piece, causes.noEqual)
  return { ...(value.startsWith('"') ? { text: value } : jokers(value)), cause: causes.anywhere }
}

/** Ours hold of subdomains and of addresses that hold the value: a star around it says nothing more. */
function knownField(name: string, value: string, piece: string): Translated {
  const wanted = name === 'site' || name === 'url' ? value.replace(/^("?)\*\.?/, '$1') : value
  const whole = name === 'url' ? wanted.replace(/\*("?)$/, '$1') : wanted
  if (whole.includes('*')) return gone(piece, causes.noJoker)
  return { text: `${name}:${whole.replace(/^\{(.*)\}$/s, '"$1"')}` }
}

function followers(value: string, piece: string): Translated {
  const [, from, to] = /^\[\s*(\d+|\*)\s+TO\s+(\d+|\*)\s*\]$/i.exec(value) ?? []
  if (from && to) return { text: `followers:${from.replace('*', '')}..${to.replace('*', '')}` }
  return /^[<>]?=?\d+$/.test(value) ? { text: `followers:${value}` } : gone(piece, causes.noEqual)
}

/** A star inside a word ends it, and a question mark at its end becomes a star: words are found more easily. */
function jokers(piece: string): Translated {
  if (/^["']?\*/.test(piece)) return gone(piece, causes.noStart)
  const ended = piece.replace(/(\p{L}|\p{N})\*+(?=[\p{L}\p{N}])[\p{L}\p{N}*]*/gu, '$1*')
  const text = ended.replace(/(\p{L}|\p{N})\?+(?![\p{L}\p{N}?*])/gu, '$1*')
  if (text === piece) return { text }
  if (/(?<![\p{L}\p{N}])[\p{L}\p{N}]\*/u.test(text)) return gone(piece, causes.noStart)
  return { text, cause: ended === piece ? causes.jokerAtEnd : causes.starInside }
}

function bare(value: string): string {
  return value.replace(/^["{]|["}]$/g, '')
}

function gone(text: string, cause: causes.Cause): Translated {
  return { text, gone: true, cause }
}
