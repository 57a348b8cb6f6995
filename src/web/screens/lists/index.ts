import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [
    { path: '/lists', component: () => import('./lists-screen.tsx') },
    { path: '/lists/$channelId', component: () => import('./list-screen.tsx') },
  ],
})
