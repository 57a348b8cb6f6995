import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [{ path: '/listening', component: () => import('./listening-screen.tsx') }],
  nav: {
    to: '/listening',
    order: 3,
    icon: 'listening',
    label: { en: 'Listening', fr: 'Veille' },
    key: 'l',
  },
  room: {
    of: '/listening',
    to: '/listening',
    order: 1,
    label: { en: 'Mentions', fr: 'Mentions' },
  },
})
