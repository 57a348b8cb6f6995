import type { Executor } from '#platform/db/database.ts'
import { learnOpinions, learnWants, type Learnt, tryOpinions } from '../signals/index.ts'
import { fewestCorrections, type LearningView } from './api.ts'
import { opinionLessonsOf, wantsLessonsOf } from './lessons-of.ts'

/** What a company's corrections teach, and how they fared in a trial. */
export interface Learned extends Pick<LearningView, 'languages' | 'wants'> {
  learnt: Learnt
}

/** What was learnt is used only where it reads what it has not seen better than the model alone. */
export async function learnAll(trx: Executor, companyId: string): Promise<Learned> {
  const { opinions, languages } = await learnFromOpinions(trx, companyId)
  const lessons = await wantsLessonsOf(trx, companyId)
  const { learnt: wants, trials } = learnWants(lessons, fewestCorrections)
  return {
    learnt: {
      ...(languages.some(({ used }) => used) ? { opinions } : {}),
      ...(wants && { wants }),
    },
    languages: languages.toSorted((a, b) => b.corrected - a.corrected),
    wants: trials.toSorted((a, b) => b.corrected - a.corrected),
  }
}

async function learnFromOpinions(trx: Executor, companyId: string) {
  const opinions: NonNullable<Learnt['opinions']> = {}
  const languages: LearningView['languages'] = []
  for (const [language, lessons] of await opinionLessonsOf(trx, companyId)) {
    const { isBetter, ...counts } = tryOpinions(lessons, language)
    const used = counts.corrected >= fewestCorrections && isBetter
    if (used) opinions[language] = learnOpinions(lessons, language)
    languages.push({ language, ...counts, used })
  }
  return { opinions, languages }
}
