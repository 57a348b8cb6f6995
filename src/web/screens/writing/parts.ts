import { withWords } from './with-words.ts'

/** What the composer and the settings show of this folder. */
export const Hints = withWords(() => import('./hints.tsx'))
export const CompletionList = withWords(() => import('./completion-list.tsx'))
export const CardAdvice = withWords(() => import('./card-advice.tsx'))
export const SilencedHints = withWords(() => import('./silenced-hints.tsx'))
