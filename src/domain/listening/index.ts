/** Public doors of listening. */
export type { HistoricMention, History } from './import-history.ts'
export { importHistory } from './import-history.ts'
export { findMention } from './mentions/find-mention.ts'
