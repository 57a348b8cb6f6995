/** Signals of a post: pure, no database, nothing of the desk. */
export { intents, isReadLanguage, type ReadLanguage, readLanguages, risks } from './names.ts'
export { learn, type Lesson, tryLessons } from './learning/learn.ts'
export { type LearntByLanguage } from './learning/learnt.ts'
export { languageOf } from './language.ts'
export { languageWith, readSignals } from './read-signals.ts'
export { NearDuplicates } from './near/near-duplicates.ts'
