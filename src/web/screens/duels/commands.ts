import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'duels.all',
    label: { en: 'Product duels', fr: 'Duels de produits' },
    words: { en: 'vote poll photos order stock', fr: 'vote sondage photos commander stock' },
    to: '/duels',
  },
  {
    id: 'duels.new',
    label: { en: 'Ask which of two people prefer', fr: 'Demander lequel des deux on préfère' },
    words: { en: 'duel vote photos', fr: 'duel vote photos' },
    to: '/duels/new',
  },
]
