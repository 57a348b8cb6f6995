import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [{ path: '/approvals', component: () => import('./approvals-screen.tsx') }],
})
