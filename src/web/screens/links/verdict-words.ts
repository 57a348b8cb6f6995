import { useLingui } from '@lingui/react/macro'
import type { ClickCounts } from '#domain/links/api.ts'

export type Verdict = keyof ClickCounts

/** In the order they are read: who counts, then what is set apart. */
export const VERDICTS: readonly Verdict[] = ['human', 'repeat', 'preview', 'bot']

/** What each verdict is called, and what it means in one sentence. */
export function useVerdictWords(): Record<Verdict, { name: string; meaning: string }> {
  const { t } = useLingui()
  return {
    human: {
      name: t`People`,
      meaning: t`Someone opened the link in a browser. Only these count as clicks.`,
    },
    repeat: {
      name: t({ message: 'Again', context: 'clicks: the same person once more' }),
      meaning: t`The same visitor, less than 30 minutes after: already counted.`,
    },
    preview: {
      name: t({ message: 'Previews', context: 'clicks: requests made to draw a preview' }),
      meaning: t`Requested by a network or a browser ahead of time; nobody had clicked.`,
    },
    bot: {
      name: t`Robots`,
      meaning: t`A program: search engine, monitoring, antivirus.`,
    },
  }
}
