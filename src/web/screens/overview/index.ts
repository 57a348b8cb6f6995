import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [{ path: '/listening/overview', component: () => import('./overview-screen.tsx') }],
  room: {
    of: '/listening',
    to: '/listening/overview',
    order: 2,
    label: { en: 'Overview', fr: 'Vue d’ensemble' },
  },
})
