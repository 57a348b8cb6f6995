import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [{ path: '/$', component: () => import('./not-found-screen.tsx') }],
})
