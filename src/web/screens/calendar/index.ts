import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [{ path: '/calendar', component: () => import('./calendar-screen.tsx') }],
  nav: {
    to: '/calendar',
    order: 1,
    icon: 'calendar',
    label: { en: 'Calendar', fr: 'Calendrier' },
    key: 'c',
  },
})
