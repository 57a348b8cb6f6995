import type { Language, Text } from '#platform/text.ts'
import type { Token } from './lexer.ts'
import { operators } from './lexer.ts'
import type { Stretch } from '../engine/index.ts'

/** Something that is allowed and probably not meant. */
export interface QueryNote {
  code:
    | 'small-operator'
    | 'mixed-operators'
    | 'unknown-field'
    | 'near-distance'
    | 'question-end'
    | 'signs-ignored'
    | 'site-ending'
  at: Stretch
  message: Text
}

/** What to tell about a query that can be saved: the usual misunderstandings, with their place. */
export function queryNotes(tokens: readonly Token[]): QueryNote[] {
  return [
    ...tokens.flatMap((token, i) => noteOnPiece(token, tokens[i + 1])),
    ...noteOnMixing(tokens),
  ]
}

function noteOnPiece(token: Token, next: Token | undefined): QueryNote[] {
  if (token.kind === 'field') return noteOnField(token)
  if (token.kind !== 'words') return []
  const { written, at } = token
  if (!token.quoted) {
    const capitals = written.toUpperCase()
    if (Object.hasOwn(operators, capitals) || smallNear.test(written)) {
      return [{ code: 'small-operator', at, message: smallOperator(written, capitals) }]
    }
    if (isNear.test(written)) return [{ code: 'near-distance', at, message: nearDistance }]
    // `title:"…"` is two pieces that touch.
    const [, name] = (next?.at.start === at.end ? fieldBefore : fieldLike).exec(written) ?? []
    if (name) return [{ code: 'unknown-field', at, message: unknownField(name) }]
    if (questionEnd.test(written)) return [{ code: 'question-end', at, message: questionMark }]
  }
  const lost = written.includes('://') ? null : signs.exec(written)?.[0]
  return lost ? [{ code: 'signs-ignored', at, message: signsIgnored(lost, written) }] : []
}

function noteOnField({ test, written, at }: Token & { kind: 'field' }): QueryNote[] {
  const isEnding = test.field === 'site' && !test.value.includes('.')
  if (!isEnding || /^site:"?\s*(?:\*?\.)/.test(written)) return []
  return [{ code: 'site-ending', at, message: siteEnding(test.value) }]
}

/** `country:fr`, `engagement:…`: meant for another tool. */
const fieldLike = /^(\p{Ll}[\p{L}_]{1,24}):[^/\s]/u
const fieldBefore = /^(\p{Ll}[\p{L}_]{1,24}):$/u
const isNear = /^O?NEAR(?:\/|$)/
const smallNear = /^o?near\/\d+$/i
const questionEnd = /[\p{L}\p{N}]\?$/u
/** Signs that change a name (`C++`, `C#`, `.net`, `R&D`), not those of punctuation. */
const signs = /[+&$€£%=<>|^~]+|(?<=[\p{L}\p{N}])#|(?<![\p{L}\p{N}.])\.(?=\p{L})/u

const nearDistance: Text = {
  en: 'This is looked for as a word. For proximity, write how many words may come between: NEAR/5.',
  fr: 'Ceci est cherché comme un mot. Pour une proximité, écrivez combien de mots peuvent séparer : NEAR/5.',
}

const questionMark: Text = {
  en: 'At the end of a word, the question mark is ignored. Inside, it stands for one letter; a star stands for any ending.',
  fr: 'À la fin d’un mot, le point d’interrogation ne compte pas. Au milieu, il vaut une lettre ; une étoile vaut toute fin de mot.',
}

function smallOperator(written: string, capitals: string): Text {
  return {
    en: `“${written}” in small letters is looked for as a word. Written ${capitals}, it joins what is around it.`,
    fr: `« ${written} » en minuscules est cherché comme un mot. Écrit ${capitals}, il relie ce qui l’entoure.`,
  }
}

function unknownField(name: string): Text {
  return {
    en: `“${name}:” is not a field: this is looked for as ordinary words. Fields are ${listed(fields.en)}.`,
    fr: `« ${name} » n’est pas un champ : ceci est cherché comme des mots ordinaires. Les champs sont ${listed(fields.fr)}.`,
  }
}

const fields = {
  en: ['author', 'site', 'url', 'lang', 'source', 'has', 'followers', 'date', 'query'],
  fr: ['auteur', 'site', 'url', 'langue', 'source', 'avec', 'abonnés', 'date', 'requête'],
} satisfies Record<Language, string[]>

function listed(names: readonly string[]): string {
  return names.map((name) => `${name}:`).join(', ')
}

function signsIgnored(lost: string, written: string): Text {
  const read = written.replace(/[^\p{L}\p{N}\p{M}'’]+/gu, ' ').trim()
  return {
    en: `The sign ${lost} is not looked for: this finds “${read}”. Add a word to be more precise.`,
    fr: `Le signe ${lost} n’est pas cherché : ceci trouve « ${read} ». Ajoutez un mot pour préciser.`,
  }
}

function siteEnding(value: string): Text {
  return {
    en: `This finds every site whose address ends in .${value}. For one site, write its whole name: site:lemonde.fr.`,
    fr: `Ceci trouve tous les sites dont l’adresse finit par .${value}. Pour un seul site, écrivez son nom entier : site:lemonde.fr.`,
  }
}

const mixed: Text = {
  en: 'AND is read before OR. Use parentheses to be sure: (chair OR table) AND oak.',
  fr: 'ET se lit avant OU. Des parenthèses lèveraient le doute : (chaise OU table) ET chêne.',
}

/** At each depth, an OR beside words that must all be there. */
function noteOnMixing(tokens: readonly Token[]): QueryNote[] {
  const levels: Level[] = [newLevel()]
  for (const token of tokens) {
    const level = levels.at(-1) ?? newLevel()
    if (token.kind === 'or') {
      level.or = token.at
      level.afterOperand = false
    } else if (token.kind === 'and') level.and = true
    else if (token.kind === 'close') levels.pop()
    else if (token.kind === 'near') level.afterOperand = false
    else if (token.kind !== 'not') seeOperand(level, token, levels)
    const found = levels.at(-1)
    if (found?.or && found.and) return [{ code: 'mixed-operators', at: found.or, message: mixed }]
  }
  return []
}

interface Level {
  or?: Stretch
  and: boolean
  afterOperand: boolean
}

function newLevel(): Level {
  return { and: false, afterOperand: false }
}

function seeOperand(level: Level, token: Token, levels: Level[]): void {
  if (level.afterOperand) level.and = true
  level.afterOperand = true
  if (token.kind === 'open') levels.push(newLevel())
}
