/** Signals of a post: pure, no database, nothing of the desk. */
export {
  type Intent,
  intents,
  isReadLanguage,
  type ReadLanguage,
  readLanguages,
  type Risk,
  risks,
  type Sentiment,
} from './names.ts'
export { learn, type Lesson, type Trial, tryLessons } from './learning/learn.ts'
export { type LearntByLanguage, learntShape } from './learning/learnt.ts'
export { languageOf } from './language.ts'
export { languageWith, readSignals, type Signals } from './read-signals.ts'
export { type NearDuplicate, NearDuplicates } from './near/near-duplicates.ts'
