import { foldByLines } from '../../_contract/fold.ts'

/** Lines shown before “Read more”: 706 px of 22 px lines (mastodon/mastodon, status_content, 2026-11-22). */
const mostLines = 32
/** Letters in one line of a 600 px column, about. */
const lineLength = 75

/** Where the web client folds a text. */
export const foldAt = (text: string): number => foldByLines(text, mostLines, lineLength)
