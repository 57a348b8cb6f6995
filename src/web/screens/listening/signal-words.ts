import { useLingui } from '@lingui/react/macro'

/** The names of what the desk reads in a mention, for people. */
export function useSignalWords() {
  const { t } = useLingui()
  return {
    sentiments: {
      negative: t({ message: 'Negative', context: 'opinion' }),
      neutral: t({ message: 'Neutral', context: 'opinion' }),
      positive: t({ message: 'Positive', context: 'opinion' }),
      unsure: t({ message: 'Unsure', context: 'opinion' }),
    },
    intents: {
      complaint: t({ message: 'Complaint', context: 'mention' }),
      question: t({ message: 'Question', context: 'mention' }),
      buying: t({ message: 'Wants to buy', context: 'mention' }),
      praise: t({ message: 'Praise', context: 'mention' }),
      hiring: t({ message: 'Hiring', context: 'mention' }),
    },
    risks: {
      leak: t({ message: 'Leak', context: 'risk' }),
      impostor: t({ message: 'Impersonation', context: 'risk' }),
      threat: t({ message: 'Threat', context: 'risk' }),
      boycott: t({ message: 'Boycott', context: 'risk' }),
      safety: t({ message: 'Safety', context: 'risk' }),
    },
    quoted: (word: string) => t`“${word}”`,
  }
}
