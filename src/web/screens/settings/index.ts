import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [{ path: '/settings', component: () => import('./settings-screen.tsx') }],
  nav: {
    to: '/settings',
    order: 9,
    icon: 'settings',
    label: { en: 'Settings', fr: 'Réglages' },
    key: 's',
  },
})
