import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [
    { path: '/experiments', component: () => import('./experiments-screen.tsx') },
    { path: '/experiments/new', component: () => import('./new-experiment-screen.tsx') },
    { path: '/experiments/$experimentId', component: () => import('./experiment-screen.tsx') },
  ],
  nav: {
    to: '/experiments',
    order: 5,
    icon: 'experiments',
    label: { en: 'Experiments', fr: 'Essais' },
    key: 'e',
  },
})
