/** Signals of a post: pure, no database, nothing of the desk. */
export {
  intents,
  isReadLanguage,
  type ReadLanguage,
  readLanguages,
  type Risk,
  risks,
  type Want,
  wants,
} from './names.ts'
export { learnOpinions, type OpinionLesson, tryOpinions } from './learning/learn-opinions.ts'
export { learnWants, type WantsLesson } from './learning/learn-wants.ts'
export { type Learnt } from './learning/learnt.ts'
export type { From } from './learning/trial.ts'
export { languageOf } from './language.ts'
export { languageWith, readSignals } from './read-signals.ts'
export { NearDuplicates } from './near/near-duplicates.ts'
