import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [
    { path: '/library/campaigns', component: () => import('./campaigns-screen.tsx') },
    { path: '/library/campaigns/$campaignId', component: () => import('./campaign-screen.tsx') },
  ],
})
