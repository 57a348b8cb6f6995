import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [
    { path: '/alerts', component: () => import('./alerts-screen.tsx') },
    { path: '/alerts/$alertId', component: () => import('./alert-screen.tsx') },
  ],
  room: { of: '/listening', to: '/alerts', order: 4, label: { en: 'Alerts', fr: 'Alertes' } },
})
