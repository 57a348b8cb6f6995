/** Signals of a post: pure, no database, nothing of the desk. */
export { type Intent, intents, type Risk, risks } from './intents.ts'
export { languageOf } from './language.ts'
export { readSignals, type Signals } from './read-signals.ts'
export type { Sentiment } from './sentiment.ts'
export { type NearDuplicate, NearDuplicates } from './near/near-duplicates.ts'
