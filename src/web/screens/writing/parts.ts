import { withWords } from './with-words.ts'

/** What the composer and the settings show of this folder. */
export const Hints = withWords(() => import('./hints.tsx'))
export const CompletionList = withWords(() => import('./completion-list.tsx'))
export const AskForHelp = withWords(() => import('./ask-for-help.tsx'))
export const AssistantSettings = withWords(() => import('./assistant-settings.tsx'))
export const CardAdvice = withWords(() => import('./card-advice.tsx'))
export const SilencedHints = withWords(() => import('./silenced-hints.tsx'))
