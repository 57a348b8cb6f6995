import type { Generated, JSONColumnType } from 'kysely'
import type { Learnt } from '../signals/index.ts'
import type { LearningView } from './api.ts'

export interface LearningTables {
  /** Of opinions, and of intents and risks since. */
  learntOpinions: {
    companyId: string
    /** Null where it is switched off. */
    dueAt: Date | null
    learntAt: Date | null
    learnt: JSONColumnType<Learnt>
    trials: JSONColumnType<LearningView['languages']>
    wantTrials: JSONColumnType<LearningView['wants']>
    switchedOff: Generated<boolean>
  }
}
