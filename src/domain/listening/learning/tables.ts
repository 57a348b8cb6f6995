import type { JSONColumnType } from 'kysely'
import type { LearntByLanguage } from '../signals/index.ts'
import type { LearningView } from './api.ts'

export interface LearningTables {
  learntOpinions: {
    companyId: string
    dueAt: Date
    learntAt: Date | null
    learnt: JSONColumnType<LearntByLanguage>
    trials: JSONColumnType<LearningView['languages']>
  }
}
