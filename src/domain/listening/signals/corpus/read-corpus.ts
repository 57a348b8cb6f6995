/**
 * Reads the corpus of short posts (see GUIDE.md): `readCorpus()` for every row of a language, `parseCorpus()` for one text.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const sentiments = ['negative', 'neutral', 'positive'] as const
export const intents = ['complaint', 'question', 'buying', 'praise', 'hiring'] as const
export const risks = ['leak', 'impostor', 'threat', 'boycott', 'safety'] as const
export const columns = ['id', 'text', 'sentiment', 'intents', 'risks', 'irony', 'sector'] as const

export type Sentiment = (typeof sentiments)[number]
export type Intent = (typeof intents)[number]
export type Risk = (typeof risks)[number]
export type CorpusLanguage = 'fr' | 'en'
/** Posts about trade, labelled in full; and posts about all the rest of life, labelled for sentiment and irony alone. */
export type CorpusPart = 'trade' | 'public'

export interface CorpusRow {
  id: string
  text: string
  sentiment: Sentiment
  intents: Intent[]
  risks: Risk[]
  irony: boolean
  sector: string
}

const folder = import.meta.dirname

/**
 * @param language the language of the files to read
 * @param part `public` for the rows of `public-{language}-NN.tsv`, whose intents and risks are empty
 * @returns every row of `{language}-NN.tsv`, in the order of the files
 * @throws Error at the first bad row, with its file, its line and what is wrong
 */
export function readCorpus(language: CorpusLanguage, part: CorpusPart = 'trade'): CorpusRow[] {
  return corpusFiles(language, part).flatMap((name) =>
    parseCorpus(readFileSync(path.join(folder, name), 'utf8'), name),
  )
}

/** The names of the files of a language, sorted. */
function corpusFiles(language: CorpusLanguage, part: CorpusPart = 'trade'): string[] {
  const start = part === 'public' ? `public-${language}-` : `${language}-`
  return readdirSync(folder)
    .filter((name) => name.startsWith(start) && name.endsWith('.tsv'))
    .toSorted()
}

/**
 * @param content a whole file, header included
 * @param name the file's name, which the rows' ids must follow
 * @throws Error at the first bad row
 */
export function parseCorpus(content: string, name: string): CorpusRow[] {
  const [header, ...lines] = content.replace(/\n$/, '').split('\n')
  if (header !== columns.join('\t'))
    throw new Error(`${name}: the header is not “${columns.join(' ')}”`)
  return lines.map((line, at) => {
    try {
      return parseRow(line, name)
    } catch (error) {
      throw new Error(
        `${name}, line ${at + 2}: ${error instanceof Error ? error.message : String(error)}`,
        {
          cause: error,
        },
      )
    }
  })
}

function parseRow(line: string, name: string): CorpusRow {
  const cells = line.split('\t')
  if (cells.length !== columns.length)
    throw new Error(`${cells.length} columns instead of ${columns.length}`)
  const [
    id = '',
    text = '',
    sentiment = '',
    intentList = '',
    riskList = '',
    irony = '',
    sector = '',
  ] = cells
  if (!new RegExp(`^${name.replace('.tsv', '')}-\\d{3}$`).test(id))
    throw new Error(`the id “${id}” is not of this file`)
  checkText(text)
  if (!/^[a-z]+$/.test(sector)) throw new Error(`the sector “${sector}” is not one word`)
  return { id, text, ...parseLabels(sentiment, intentList, riskList, irony), sector }
}

/** @throws Error when a text could not stand in a post, or in a line of a file */
export function checkText(text: string): void {
  if (text !== text.normalize('NFC')) throw new Error('the text is not in NFC')
  if (text !== text.trim()) throw new Error('the text begins or ends with a blank')
  if (/\p{Cc}/u.test(text)) throw new Error('the text holds a control character')
  if (text.length < 5 || text.length > 280)
    throw new Error(`the text has ${text.length} characters`)
}

/**
 * Reads the labels of one post as the files write them.
 *
 * @throws Error when a value is none of those the guide allows
 */
export function parseLabels(
  sentiment: string,
  intentList: string,
  riskList: string,
  irony: string,
): Pick<CorpusRow, 'sentiment' | 'intents' | 'risks' | 'irony'> {
  if (irony !== '0' && irony !== '1') throw new Error(`irony is “${irony}”`)
  return {
    sentiment: oneOf(sentiments, sentiment),
    intents: listOf(intents, intentList),
    risks: listOf(risks, riskList),
    irony: irony === '1',
  }
}

function listOf<T extends string>(allowed: readonly T[], list: string): T[] {
  if (list === '') return []
  const found = list.split(',').map((value) => oneOf(allowed, value))
  if (new Set(found).size !== found.length) throw new Error(`“${list}” says the same twice`)
  return found
}

export function oneOf<T extends string>(allowed: readonly T[], value: string): T {
  const found = allowed.find((known) => known === value)
  if (found === undefined) throw new Error(`“${value}” is none of ${allowed.join(', ')}`)
  return found
}
