import type { FieldProblem } from '#platform/http/problem.ts'
import { say, type Text } from '#platform/text.ts'
import type { PhraseKind, PhraseVariable } from './api.ts'

export interface PhraseWords {
  kind: PhraseKind
  texts: { fr?: string | undefined; en?: string | undefined }
  variables: PhraseVariable[]
}

/** What is wrong with a phrase, each thing at its place; empty when nothing is. */
export function phraseProblems({ kind, texts, variables }: PhraseWords): FieldProblem[] {
  const written = Object.entries(texts).filter(([, text]) => text?.trim())
  if (written.length === 0) return [{ pointer: '/texts', detail: noWords }]
  if (kind === 'hashtags')
    return written.flatMap(([language, text = '']) => hashtagProblems(`/texts/${language}`, text))
  if (kind === 'snippet') return []
  return [
    ...written.flatMap(([language, text = '']) =>
      unknownIn(text, variables).map((name) => at(`/texts/${language}`, unknownVariable, { name })),
    ),
    ...variables.flatMap((variable, i) => variableProblems(variable, variables, i)),
  ]
}

/** The names that a template puts between braces, in order, each once. */
function variablesIn(text: string): string[] {
  return [
    ...new Set([...text.matchAll(/\{([^{}\n]{1,60})\}/g)].map(([, name = '']) => name.trim())),
  ]
}

/** Hashtags as they are kept: one space between, each once, each with its sign. */
export function tidyHashtags(text: string): string {
  const tags = text.split(/[\s,;]+/).filter(Boolean)
  const whole = tags.map((tag) => `#${tag.replace(/^[#＃]+/u, '')}`)
  const seen = new Set<string>()
  return whole
    .filter((tag) => !seen.has(tag.toLowerCase()) && seen.add(tag.toLowerCase()))
    .join(' ')
}

const unknownIn = (text: string, variables: PhraseVariable[]) =>
  variablesIn(text).filter((name) => !variables.some((one) => one.name === name))

function variableProblems(
  { name, kind, default: value, choices }: PhraseVariable,
  all: PhraseVariable[],
  i: number,
): FieldProblem[] {
  const pointer = (field: string) => `/variables/${i}/${field}`
  const problems: FieldProblem[] = []
  if (all.findIndex((one) => one.name === name) < i)
    problems.push(at(pointer('name'), twice, { name }))
  if (kind === 'choice' && choices.length < 2)
    problems.push(at(pointer('choices'), twoChoices, { name }))
  if (kind === 'choice' && value && !choices.includes(value))
    problems.push(at(pointer('default'), notAChoice, { name, value }))
  if (kind === 'number' && value && !/^-?\d+(\.\d+)?$/.test(value))
    problems.push(at(pointer('default'), notANumber, { name, value }))
  if (kind === 'date' && value && !isDay(value))
    problems.push(at(pointer('default'), notADay, { name, value }))
  return problems
}

function hashtagProblems(pointer: string, text: string): FieldProblem[] {
  // What no network reads as one: https://unicode.org/reports/tr31/#hashtag_identifiers (read 2026-11-25), of which
  // they all take letters, digits and underscores, at least one of them a letter.
  const wrong = tidyHashtags(text)
    .split(' ')
    .find((tag) => !/^#[\p{L}\p{M}\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*$/u.test(tag))
  return wrong ? [at(pointer, notAHashtag, { tag: wrong })] : []
}

const isDay = (value: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T12:00:00Z`))

function at(pointer: string, text: Text, params: Record<string, string>): FieldProblem {
  return { pointer, detail: { en: say(text, 'en', params), fr: say(text, 'fr', params) } }
}

const noWords: Text = { en: 'Write the words to insert.', fr: 'Écrivez le texte à insérer.' }

const unknownVariable: Text = {
  en: '“{name}” stands between braces but is not among the variables: declare it below, or correct its name.',
  fr: '« {name} » figure entre accolades sans être déclaré : ajoutez cette variable ci-dessous, ou corrigez son nom.',
}

const twice: Text = {
  en: 'The variable “{name}” is declared twice.',
  fr: 'La variable « {name} » est déclarée deux fois.',
}

const twoChoices: Text = {
  en: 'Give “{name}” two choices at least.',
  fr: 'Donnez au moins deux choix à « {name} ».',
}

const notAChoice: Text = {
  en: '“{value}” is not one of the choices of “{name}”.',
  fr: '« {value} » ne fait pas partie des choix de « {name} ».',
}

const notANumber: Text = {
  en: '“{value}” is not a number: “{name}” asks for one.',
  fr: '« {value} » n’est pas un nombre : « {name} » en demande un.',
}

const notADay: Text = {
  en: '“{value}” is not a day: “{name}” asks for one, such as 2026-12-01.',
  fr: '« {value} » n’est pas une date : « {name} » en demande une, par exemple 2026-12-01.',
}

const notAHashtag: Text = {
  en: 'No network reads “{tag}” as a hashtag: letters, digits and underscores only, with a letter at least.',
  fr: 'Aucun réseau ne lit « {tag} » comme un hashtag : lettres, chiffres et tirets bas seulement, avec au moins une lettre.',
}
