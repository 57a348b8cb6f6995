/** Reads the comments of GoEmotions in French (see GUIDE.md, “What people wrote, translated”). */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { checkText, oneOf, type Sentiment, sentiments } from './read-corpus.ts'

export interface TranslatedRow {
  /** Of the comment in GoEmotions. */
  id: string
  text: string
  sentiment: Sentiment
}

const folder = import.meta.dirname
const header = 'id\ttext\tsentiment'

/**
 * @returns every row of `goemotions-fr-NN.tsv`, in the order of the files
 * @throws Error at the first bad row, with its file, its line and what is wrong
 */
export function readTranslated(): TranslatedRow[] {
  return readdirSync(folder)
    .filter((name) => /^goemotions-fr-\d+\.tsv$/.test(name))
    .toSorted()
    .flatMap((name) => parseTranslated(readFileSync(path.join(folder, name), 'utf8'), name))
}

/**
 * @param content a whole file, header included
 * @throws Error at the first bad row
 */
export function parseTranslated(content: string, name: string): TranslatedRow[] {
  const [first, ...lines] = content.replace(/\n$/, '').split('\n')
  if (first !== header) throw new Error(`${name}: the header is not “id text sentiment”`)
  return lines.map((line, at) => {
    try {
      return parseRow(line)
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      throw new Error(`${name}, line ${at + 2}: ${why}`, { cause: error })
    }
  })
}

function parseRow(line: string): TranslatedRow {
  const cells = line.split('\t')
  if (cells.length !== 3) throw new Error(`${cells.length} columns instead of 3`)
  const [id = '', text = '', sentiment = ''] = cells
  if (!/^[a-z0-9]{7}$/.test(id)) throw new Error(`the id “${id}” is none of GoEmotions`)
  checkText(text)
  return { id, text, sentiment: oneOf(sentiments, sentiment) }
}
