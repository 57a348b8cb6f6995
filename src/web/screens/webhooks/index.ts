import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [
    { path: '/webhooks', component: () => import('./webhooks-screen.tsx') },
    { path: '/webhooks/$webhookId', component: () => import('./webhook-screen.tsx') },
  ],
})
