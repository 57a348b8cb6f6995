import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [{ path: '/queue', component: () => import('./queue-screen.tsx') }],
})
