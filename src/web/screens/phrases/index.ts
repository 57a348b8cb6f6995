import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [{ path: '/library/texts', component: () => import('./phrases-screen.tsx') }],
})
