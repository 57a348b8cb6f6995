import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [
    { path: '/exchange', component: () => import('./exchange-screen.tsx') },
    { path: '/exchange/import/$importId', component: () => import('./import-screen.tsx') },
  ],
})
