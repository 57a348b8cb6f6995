import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [{ path: '/results', component: () => import('./results-screen.tsx') }],
  nav: {
    to: '/results',
    order: 4,
    icon: 'results',
    label: { en: 'Results', fr: 'Résultats' },
    key: 'r',
  },
  commands: [
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
  ],
})
