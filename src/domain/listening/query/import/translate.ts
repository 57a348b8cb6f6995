import type { Text } from '#platform/text.ts'

interface Translated {
  text: string
  gone?: boolean
  /** What to tell about it. */
  message?: Text
}

/** One piece of a foreign query in our language. */
export function translate(piece: string): Translated {
  const near = /^NEAR\/(\d+)f$/i.exec(piece)
  if (near) return { text: `ONEAR/${near[1]}` }
  if (/^~\d+$/.test(piece)) return gone(piece, groupDistance)
  if (/^(?:<<<|\/\*)/.test(piece)) return { text: piece }
  const [, name, value] = /^([A-Za-z_.]+):(.*)$/s.exec(piece) ?? []
  if (name !== undefined && value !== undefined && !value.startsWith('//')) {
    return field(name, value, piece)
  }
  return jokers(piece)
}

/** Their name of a field, small letters: ours. */
const fields: Readonly<Record<string, string>> = {
  author: 'author',
  site: 'site',
  url: 'url',
  lang: 'lang',
  language: 'lang',
}

function field(name: string, value: string, piece: string): Translated {
  const known = fields[name.toLowerCase()]
  if (known) return { text: `${known}:${value}` }
  switch (name.toLowerCase()) {
    case 'hashtags':
    case 'hashtag':
      return { text: `#${bare(value).replace(/^#/, '')}` }
    case 'at_mentions':
      return { text: `@${bare(value).replace(/^@/, '')}` }
    case 'raw':
      return {
        text: `{${bare(value)}}`,
        ...(/^[\p{L}\p{N}\s]*$/u.test(bare(value)) ? {} : { message: signs }),
      }
    case 'authorfollowers':
    case 'followers':
      return followers(value, piece)
    case 'title':
    case 'content':
      return { text: value.startsWith('"') ? value : jokers(value).text, message: anywhere }
    default:
      return gone(piece, noEqual)
  }
}

function followers(value: string, piece: string): Translated {
  const [, from, to] = /^\[\s*(\d+|\*)\s+TO\s+(\d+|\*)\s*\]$/i.exec(value) ?? []
  if (from && to) return { text: `followers:${from.replace('*', '')}..${to.replace('*', '')}` }
  return /^[<>]?=?\d+$/.test(value) ? { text: `followers:${value}` } : gone(piece, noEqual)
}

/** A star inside a word ends it, and a question mark at its end becomes a star: more is found, and it is said. */
function jokers(piece: string): Translated {
  if (/^["']?\*/.test(piece)) return gone(piece, noStart)
  const text = piece
    .replace(/(\p{L}|\p{N})\*+(?=[\p{L}\p{N}])[\p{L}\p{N}*]*/gu, '$1*')
    .replace(/(\p{L}|\p{N})\?+(?![\p{L}\p{N}?*])/gu, '$1*')
  return text === piece ? { text } : { text, message: widened }
}

function bare(value: string): string {
  return value.replace(/^"|"$/g, '')
}

function gone(text: string, message: Text): Translated {
  return { text, gone: true, message }
}

const noEqual: Text = {
  en: 'This field has no equivalent here. It was taken out and kept as a comment: the query finds more than it did.',
  fr: 'Ce champ n’a pas d’équivalent ici. Il a été retiré et gardé en commentaire : la requête trouve davantage.',
}
const groupDistance: Text = {
  en: 'A distance after parentheses has no equivalent here. Join the two groups with NEAR/n instead.',
  fr: 'Une distance après des parenthèses n’a pas d’équivalent ici. Reliez plutôt les deux groupes par NEAR/n.',
}
const noStart: Text = {
  en: 'A word cannot begin with a star here. It was taken out and kept as a comment.',
  fr: 'Un mot ne peut pas commencer par une étoile ici. Il a été retiré et gardé en commentaire.',
}
const widened: Text = {
  en: 'The wildcard was moved to the end of the word, where a star stands for any ending: it finds more.',
  fr: 'Le joker a été porté à la fin du mot, où l’étoile vaut toute terminaison : il trouve davantage.',
}
const anywhere: Text = {
  en: 'Looked for in both the title and the text.',
  fr: 'Cherché dans le titre comme dans le texte.',
}
const signs: Text = {
  en: 'The spelling is matched exactly; signs such as + are not looked for.',
  fr: 'La graphie est gardée à la lettre ; les signes comme + ne sont pas cherchés.',
}
