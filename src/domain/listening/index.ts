/** Public doors of listening. */
export type { HistoricMention, History } from './import-history.ts'
export { importHistory } from './import-history.ts'
export { readSearchesNow } from './sources/read-searches-now.ts'
export { findMention } from './mentions/find-mention.ts'
