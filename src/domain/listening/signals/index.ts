/** Signals of a post: pure, no database, nothing of the desk. */
export { type Intent, intents, type Risk, risks, type Sentiment } from './names.ts'
export { languageOf } from './language.ts'
export { readSignals, type Signals } from './read-signals.ts'
export { type NearDuplicate, NearDuplicates } from './near/near-duplicates.ts'
