import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [{ path: '/settings/journal', component: () => import('./journal-screen.tsx') }],
})
