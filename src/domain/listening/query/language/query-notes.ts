import type { Text } from '#platform/text.ts'
import type { Token } from './lexer.ts'
import { operators } from './lexer.ts'
import type { Stretch } from '../engine/index.ts'

/** Something that is allowed and probably not meant. */
export interface QueryNote {
  code: 'small-operator' | 'mixed-operators' | 'unknown-field' | 'near-distance' | 'question-end'
  at: Stretch
  message: Text
}

/** What to tell about a query that can be saved: the usual misunderstandings, with their place. */
export function queryNotes(tokens: readonly Token[]): QueryNote[] {
  return [...tokens.flatMap(noteOnWord), ...noteOnMixing(tokens)]
}

function noteOnWord(token: Token): QueryNote[] {
  if (token.kind !== 'words' || token.quoted) return []
  const { written, at } = token
  const capitals = written.toUpperCase()
  if (Object.hasOwn(operators, capitals)) {
    return [{ code: 'small-operator', at, message: smallOperator(written, capitals) }]
  }
  if (isNear.test(written)) return [{ code: 'near-distance', at, message: nearDistance }]
  if (fieldLike.test(written)) {
    return [{ code: 'unknown-field', at, message: unknownField(written) }]
  }
  return questionEnd.test(written) ? [{ code: 'question-end', at, message: questionMark }] : []
}

/** `country:fr`, `engagement:…`: meant for another tool. */
const fieldLike = /^[a-z][a-zA-Z_]{1,24}:[^/\s]/
const isNear = /^O?NEAR(?:\/|$)/
const questionEnd = /[\p{L}\p{N}]\?$/u

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

function unknownField(written: string): Text {
  return {
    en: `“${written}” is looked for as ordinary words: fields and distances are not read yet.`,
    fr: `« ${written} » est cherché comme des mots ordinaires : les champs et les distances ne sont pas encore lus.`,
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
