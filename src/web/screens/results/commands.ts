import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'results.week',
    label: { en: 'Results of the last 7 days', fr: 'Résultats des 7 derniers jours' },
    to: '/results',
    search: { days: '7' },
  },
  {
    id: 'results.quarter',
    label: { en: 'Results of the last 90 days', fr: 'Résultats des 90 derniers jours' },
    to: '/results',
    search: { days: '90' },
  },
]
