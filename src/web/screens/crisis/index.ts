import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  overlays: [{ param: 'hold', component: () => import('./hold-dialog.tsx') }],
})
