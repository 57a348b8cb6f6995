import type { Text } from '#platform/text.ts'

interface Comparison {
  name: Text
  hypothesis: Text
  figure: 'clicks' | 'engagement'
  plannedEvents: number
  /** Keys of posts. */
  a: readonly string[]
  b: readonly string[]
  concluded: boolean
}

/** What the shop has tried, and what it is trying. */
export const comparisons: readonly Comparison[] = [
  {
    name: { en: 'Tell, or ask', fr: 'Annoncer, ou demander' },
    hypothesis: {
      en: 'News from the shop put as a question makes people react more than an announcement.',
      fr: 'Une nouvelle de la boutique posée en question fait plus réagir qu’une annonce.',
    },
    figure: 'engagement',
    plannedEvents: 250,
    a: ['samedi-ouvert', 'merci-mille', 'livraison-velo'],
    b: ['quel-bois', 'reparer'],
    concluded: true,
  },
  {
    name: {
      en: 'Point to an article, or ask a question',
      fr: 'Renvoyer à un article, ou poser une question',
    },
    hypothesis: {
      en: 'A question brings more reactions than a link to the journal.',
      fr: 'Une question suscite plus de réactions qu’un lien vers le journal.',
    },
    figure: 'engagement',
    plannedEvents: 600,
    a: ['mesurer', 'garde-meuble', 'cirer'],
    b: ['votre-coin', 'question-couleur', 'question-cadeau'],
    concluded: false,
  },
]
