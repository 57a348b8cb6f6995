import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'welcome.practice',
    label: { en: 'Open a practice company', fr: 'Ouvrir une entreprise d’entraînement' },
    words: { en: 'demo example try', fr: 'démo exemple essai' },
    to: '/welcome',
  },
]
