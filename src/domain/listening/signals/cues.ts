import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ReadLanguage } from './names.ts'
import { type Token, withoutAccents } from './words/tokens.ts'

/** Turns of phrase that give a signal away: `j' hésite entre` for somebody about to buy. */
export interface Cue {
  signal: string
  /** One set per word: `cassé|cassée`; `brûl*` is a beginning; `_` stands for up to three words of any kind. */
  words: CueWord[]
}

export interface CueHit {
  signal: string
  /** First token, and the one after the last. */
  from: number
  to: number
}

/** Cues found in a post, each where it stands. Two of one signal do not overlap; the longest wins. */
export function cuesIn(tokens: readonly Token[], language: ReadLanguage): CueHit[] {
  const { byWord, open } = cuesOf(language)
  const hits: CueHit[] = []
  const busy = new Map<string, number>()
  for (const [i, token] of tokens.entries()) {
    const known = byWord.get(token.plain)
    const begun = open.get(token.plain.slice(0, shortest))
    if (known === undefined && begun === undefined) continue
    const best = new Map<string, number>()
    for (const cue of known ?? none) keepLongest(best, cue, endOf(cue.words, tokens, i))
    for (const cue of begun ?? none) keepLongest(best, cue, endOf(cue.words, tokens, i))
    for (const [signal, to] of best) {
      if (i < (busy.get(signal) ?? 0)) continue
      hits.push({ signal, from: i, to })
      busy.set(signal, to)
    }
  }
  return hits
}

type CueWord = 'any' | { exact: Set<string>; beginnings: string[] }

interface Cues {
  byWord: Map<string, Cue[]>
  /** Those that open with a beginning, by its first two letters. */
  open: Map<string, Cue[]>
}

const none: readonly Cue[] = []
/** Letters by which beginnings are found: none may be shorter. */
const shortest = 2

function keepLongest(best: Map<string, number>, { signal }: Cue, to: number): void {
  if (to > (best.get(signal) ?? 0)) best.set(signal, to)
}

function endOf(words: readonly CueWord[], tokens: readonly Token[], start: number): number {
  let at = start
  for (const [i, word] of words.entries()) {
    if (word === 'any') {
      const rest = words.slice(i + 1)
      for (let skip = 0; skip <= 3; skip++) {
        const end = endOf(rest, tokens, at + skip)
        if (end > 0) return end
      }
      return 0
    }
    const token = tokens[at]
    if (token === undefined || !matches(word, token.plain)) return 0
    at++
  }
  return at
}

function matches(word: Exclude<CueWord, 'any'>, text: string): boolean {
  return word.exact.has(text) || word.beginnings.some((beginning) => text.startsWith(beginning))
}

function cuesOf(language: ReadLanguage): Cues {
  const known = loaded.get(language)
  if (known) return known
  const cues: Cues = { byWord: new Map(), open: new Map() }
  const file = path.join(import.meta.dirname, 'cues', `${language}.tsv`)
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [signal = '', phrases = ''] = line.split('\t')
    if (phrases === '' || signal.startsWith('#')) continue
    for (const phrase of phrases.split('; ')) addCue(cues, { signal, words: wordsOf(phrase) })
  }
  loaded.set(language, cues)
  return cues
}

function addCue(cues: Cues, cue: Cue): void {
  const [first] = cue.words
  if (first === undefined) return
  if (first === 'any') throw new Error('a cue cannot open with _')
  for (const beginning of first.beginnings) {
    const key = beginning.slice(0, shortest)
    cues.open.set(key, [...(cues.open.get(key) ?? []), cue])
  }
  for (const word of first.exact) cues.byWord.set(word, [...(cues.byWord.get(word) ?? []), cue])
}

function wordsOf(phrase: string): CueWord[] {
  return withoutAccents(phrase.toLowerCase())
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      if (word === '_') return 'any'
      const ways = word.split('|')
      return {
        exact: new Set(ways.filter((way) => !way.endsWith('*'))),
        beginnings: ways.filter((way) => way.endsWith('*')).map((way) => way.slice(0, -1)),
      }
    })
}

const loaded = new Map<ReadLanguage, Cues>()
