import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'overview.open',
    label: { en: 'Listening overview', fr: 'Vue d’ensemble de la veille' },
    words: {
      en: 'dashboard volume sentiment opinion share of voice rivals authors',
      fr: 'tableau de bord volume opinion part de voix rivaux auteurs',
    },
    to: '/listening/overview',
  },
]
