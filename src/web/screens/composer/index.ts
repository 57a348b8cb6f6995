import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  overlays: [{ param: 'compose', component: () => import('./composer-overlay.tsx') }],
})
