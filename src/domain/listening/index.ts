/** Public doors of listening. */
export type { HistoricMention, History } from './import-history.ts'
export { importHistory } from './import-history.ts'
export { readSearchesNow } from './sources/read-searches-now.ts'
export { alertOf, mentionsOfAlert } from './alerts/index.ts'
export { holdMentions } from './keeping/held.ts'
export { findMention, mentionsByIds } from './mentions/find-mentions.ts'
export type { Mention } from './model.ts'
