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
})
