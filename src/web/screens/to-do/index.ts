import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [
    { path: '/to-do', component: () => import('./to-do-screen.tsx') },
    { path: '/to-do/figures', component: () => import('./figures-screen.tsx') },
  ],
})
