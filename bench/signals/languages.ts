import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { eld } from 'eld/small'
import { languageOf } from '#domain/listening/signals/index.ts'
import type { BenchResult } from '../run.ts'
import { percent, perCpuSecond } from './cpu.ts'

const folders: Record<string, string> = {
  english: 'en',
  french: 'fr',
  german: 'de',
  italian: 'it',
  portuguese: 'pt',
  spanish: 'es',
  arabic: 'ar',
}

/** Language of tweets in seven languages: accuracy of the answers, share of "unsure", against ELD bare on the raw text. */
export function languages(folder: string | undefined): BenchResult {
  const result: BenchResult = { figures: {}, against: {} }
  if (folder === undefined) return result
  const posts = Object.entries(folders).flatMap(([name, language]) => {
    const file = path.join(folder, 'umsab', name, 'val_text.txt')
    return existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .filter((text) => text.trim() !== '')
          .map((text) => ({ text, language }))
      : []
  })
  if (posts.length === 0) return result
  const answers = posts.map(({ text, language }) => ({ language, found: languageOf(text) }))
  const sure = answers.filter(({ found }) => found !== 'unsure')
  const right = (list: typeof answers) =>
    percent(list.filter(({ language, found }) => found === language).length / list.length)
  result.figures.language_posts = posts.length
  result.figures.language_accuracy_of_answers = right(sure)
  result.figures.language_unsure = percent(1 - sure.length / posts.length)
  result.figures.language_right_of_all = right(answers)
  result.figures.language_by_language = Object.values(folders)
    .map((code) => `${code} ${right(sure.filter(({ language }) => language === code))}`)
    .join(' ')
  const texts = posts.map(({ text }) => text)
  result.figures.language_per_cpu_second = perCpuSecond(texts, languageOf)
  result.against.language_eld_bare_accuracy = right(
    posts.map(({ text, language }) => ({ language, found: eld.detect(text).language })),
  )
  result.against.language_eld_bare_per_cpu_second = perCpuSecond(
    texts,
    (text) => eld.detect(text).language,
  )
  return result
}
