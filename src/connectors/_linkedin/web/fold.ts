import { foldByLines } from '../../_contract/fold.ts'

/** Three lines of a feed 555 px wide (linkedin.com, seen 2026-11-25): near, for it depends on the reader's font. */
const mostLines = 3
const lineLength = 75

/** @returns the offset of the first character that is hidden behind “…more”, or the text's length */
export const foldAt = (text: string): number => foldByLines(text, mostLines, lineLength)
