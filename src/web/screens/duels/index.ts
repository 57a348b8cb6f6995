import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [
    { path: '/duels', component: () => import('./duels-screen.tsx') },
    { path: '/duels/new', component: () => import('./new-duel-screen.tsx') },
    { path: '/duels/$duelId', component: () => import('./duel-screen.tsx') },
  ],
})
