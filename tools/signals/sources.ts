import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export type Opinion = 'negative' | 'neutral' | 'positive'
export const opinions: readonly Opinion[] = ['negative', 'neutral', 'positive']

export interface Example {
  text: string
  opinion: Opinion
  source: string
  /** Where its collection gives it one that others refer to. */
  id?: string
}

/** Comments of GoEmotions (Apache-2.0) whose emotions all point one way; the ambiguous ones are left out. */
export function goEmotions(folder: string, part: 'train' | 'dev' | 'test'): Example[] {
  const names = lines(path.join(folder, 'goemotions/data/original/labels.txt'))
  return lines(path.join(folder, `goemotions/data/original/${part}.tsv`)).flatMap((line) => {
    const [text = '', labels = '', id] = line.split('\t')
    const opinion = agreed(
      labels.split(',').map((label) => emotionOpinion[names[Number(label)] ?? '']),
    )
    return opinion === undefined
      ? []
      : [
          {
            text: text.replaceAll(/\[(?:NAME|RELIGION)\]/g, '@someone'),
            opinion,
            source: 'goemotions',
            id,
          },
        ]
  })
}

const emotionOpinion: Record<string, Opinion | undefined> = {
  neutral: 'neutral',
  ...Object.fromEntries(
    'admiration amusement approval caring excitement gratitude joy love optimism pride relief'
      .split(' ')
      .map((name) => [name, 'positive' as const]),
  ),
  ...Object.fromEntries(
    'anger annoyance disappointment disapproval disgust embarrassment fear grief nervousness remorse sadness'
      .split(' ')
      .map((name) => [name, 'negative' as const]),
  ),
}

/** Subtitles of XED (CC-BY 4.0): Plutchik's emotions; anticipation and surprise alone say nothing of an opinion. */
export function xed(folder: string, language: 'en' | 'fr'): Example[] {
  const file =
    language === 'en' ? 'AnnotatedData/en-annotated.tsv' : 'Projections/fr-projections.tsv'
  const felt = lines(path.join(folder, 'xed', file)).flatMap((line) => {
    const [text = '', labels = ''] = line.split('\t')
    const opinion = agreed(labels.split(',').map((label) => plutchik[Number(label)]))
    return opinion === undefined
      ? []
      : [{ text: unmasked(text), opinion, source: `xed-${language}` }]
  })
  if (language !== 'en') return felt
  const flat = lines(path.join(folder, 'xed/AnnotatedData/neu_en.txt')).map((line) => ({
    text: unmasked(line.split('\t')[1] ?? ''),
    opinion: 'neutral' as const,
    source: 'xed-en',
  }))
  return [...felt, ...flat]
}

const plutchik: Record<number, Opinion | undefined> = {
  1: 'negative',
  3: 'negative',
  4: 'negative',
  5: 'positive',
  6: 'negative',
  8: 'positive',
}

function unmasked(text: string): string {
  return text.replaceAll(/\[\s?(?:PERSON|LOCATION|ORGANIZATION)\s?\]/g, '@someone')
}

function agreed(found: readonly (Opinion | undefined)[]): Opinion | undefined {
  const named = new Set(found.filter((opinion) => opinion !== undefined))
  return named.size === 1 ? [...named][0] : undefined
}

/** Posts for measuring alone (UMSAB); `undefined` where the folder does not hold them. */
export function umsab(folder: string, language: 'en' | 'fr', part = 'val'): Example[] | undefined {
  const at = path.join(folder, 'umsab', language === 'en' ? 'english' : 'french')
  if (!existsSync(path.join(at, `${part}_text.txt`))) return undefined
  const labels = lines(path.join(at, `${part}_labels.txt`))
  return lines(path.join(at, `${part}_text.txt`)).map((text, i) => ({
    text,
    opinion: opinions[Number(labels[i])] ?? 'neutral',
    source: 'umsab',
  }))
}

/** Every line that is not empty. */
export function lines(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
}

/** The corpus of this repository: every `.tsv` of its folder, as rows of named columns. */
export function corpusFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .map((name) => path.join(folder, name))
}
