import type { Text } from '#platform/text.ts'

/** Before what comes from a practice company: a telephone that rings at night must not frighten for nothing. */
export const practice: Text = { en: 'Practice · {title}', fr: 'Entraînement · {title}' }

export const trial = {
  title: {
    en: 'Alerts of {company} reach this device',
    fr: 'Les alertes de {company} arrivent sur cet appareil',
  },
  body: { en: 'This is only a test.', fr: 'Ceci n’est qu’un essai.' },
} satisfies Record<string, Text>
