import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [{ path: '/calendar/waiting', component: () => import('./waiting-screen.tsx') }],
})
