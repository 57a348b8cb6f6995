import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [
    { path: '/links', component: () => import('./links-screen.tsx') },
    { path: '/links/$linkId', component: () => import('./link-screen.tsx') },
  ],
})
