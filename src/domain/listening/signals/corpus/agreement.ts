/**
 * Compares the corpus with its second labelling (second-labels.tsv) and prints raw agreement and Cohen's kappa:
 *
 *     node src/domain/listening/signals/corpus/agreement.ts
 *
 * `agreementReport()` is what it prints, `agreementOf()` the table of a language, `cohenKappa()` the figure,
 * `readSecondLabels()` the file.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'

import {
  type CorpusLanguage,
  type CorpusRow,
  intents,
  parseLabels,
  readCorpus,
  risks,
} from './read-corpus.ts'

export type SecondLabels = Omit<CorpusRow, 'text' | 'sector'>

export interface Agreement {
  what: string
  posts: number
  /** How many of the posts got this label at the first and at the second labelling; absent for sentiment. */
  given: [first: number, second: number] | null
  raw: number
  kappa: number
}

/**
 * Cohen, “A coefficient of agreement for nominal scales”, 1960: (observed − by chance) / (1 − by chance), chance being
 * what two labellers with these habits and no look at the posts would agree on.
 *
 * @param pairs the two labels of each post
 * @returns 1 when all pairs agree, 0 at chance; 1 also when only one label was ever given
 */
export function cohenKappa(pairs: readonly (readonly [string, string])[]): {
  raw: number
  kappa: number
} {
  const total = pairs.length
  const raw = pairs.filter(([first, second]) => first === second).length / total
  const labels = new Set(pairs.flat())
  let chance = 0
  for (const label of labels) {
    const first = pairs.filter(([given]) => given === label).length / total
    const second = pairs.filter(([, given]) => given === label).length / total
    chance += first * second
  }
  return { raw, kappa: chance === 1 ? 1 : (raw - chance) / (1 - chance) }
}

/** Sentiment as one scale of three, then each intent, each risk and irony as yes or no. */
export function agreementOf(
  first: readonly CorpusRow[],
  second: readonly SecondLabels[],
): Agreement[] {
  const byId = new Map(first.map((row) => [row.id, row]))
  const pairs = second.map((labels): [SecondLabels, SecondLabels] => {
    const row = byId.get(labels.id)
    if (row === undefined)
      throw new Error(`the second labels name ${labels.id}, which the corpus does not hold`)
    return [row, labels]
  })
  return [
    compare('sentiment', pairs, (row) => row.sentiment),
    ...intents.map((intent) => compareYesNo(intent, pairs, (row) => row.intents.includes(intent))),
    ...risks.map((risk) => compareYesNo(risk, pairs, (row) => row.risks.includes(risk))),
    compareYesNo('irony', pairs, (row) => row.irony),
  ]
}

/** The tables of both languages as the guide quotes them. */
export function agreementReport(): string {
  const lines = (['fr', 'en'] as const).flatMap((language) => {
    const table = agreementOf(readCorpus(language), readSecondLabels(language))
    return [
      `${language}, ${table[0]?.posts ?? 0} posts   first second   raw%   kappa`,
      ...table.map(({ what, given, raw, kappa }) => {
        const [first, second] = given === null ? ['', ''] : given.map(String)
        const counts = `${(first ?? '').padStart(7)}${(second ?? '').padStart(7)}`
        return `  ${what.padEnd(11)}${counts}${(raw * 100).toFixed(1).padStart(8)}${kappa.toFixed(3).padStart(8)}`
      }),
    ]
  })
  return `${lines.join('\n')}\n`
}

/**
 * @returns the second labels of a language
 * @throws Error at the first bad row
 */
export function readSecondLabels(language: CorpusLanguage): SecondLabels[] {
  const content = readFileSync(path.join(import.meta.dirname, 'second-labels.tsv'), 'utf8')
  const [header, ...lines] = content.replace(/\n$/, '').split('\n')
  if (header !== 'id\tsentiment\tintents\trisks\tirony')
    throw new Error('second-labels.tsv: unexpected header')
  return lines
    .filter((line) => line.startsWith(`${language}-`))
    .map((line) => {
      const cells = line.split('\t')
      if (cells.length !== 5)
        throw new Error(`second-labels.tsv: ${cells.length} columns in “${line}”`)
      const [id = '', sentiment = '', intentList = '', riskList = '', irony = ''] = cells
      return { id, ...parseLabels(sentiment, intentList, riskList, irony) }
    })
}

function compare(
  what: string,
  pairs: [SecondLabels, SecondLabels][],
  read: (row: SecondLabels) => string,
): Agreement {
  const figures = cohenKappa(pairs.map(([one, two]) => [read(one), read(two)] as const))
  return { what, posts: pairs.length, given: null, ...figures }
}

function compareYesNo(
  what: string,
  pairs: [SecondLabels, SecondLabels][],
  read: (row: SecondLabels) => boolean,
): Agreement {
  const given: [number, number] = [
    pairs.filter(([one]) => read(one)).length,
    pairs.filter(([, two]) => read(two)).length,
  ]
  return { ...compare(what, pairs, (row) => (read(row) ? 'yes' : 'no')), given }
}

if (import.meta.main) process.stdout.write(agreementReport())
