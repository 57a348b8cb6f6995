import type { JSONColumnType } from 'kysely'
import type { Learnt } from '../signals/index.ts'
import type { LearningView } from './api.ts'

export interface LearningTables {
  /** Of opinions, and of intents and risks since. */
  learntOpinions: {
    companyId: string
    dueAt: Date
    learntAt: Date | null
    learnt: JSONColumnType<Learnt>
    trials: JSONColumnType<LearningView['languages']>
    wantTrials: JSONColumnType<LearningView['wants']>
  }
}
