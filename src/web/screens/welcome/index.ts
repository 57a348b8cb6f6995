import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [
    { path: '/welcome', component: () => import('./welcome-screen.tsx'), bare: true },
    { path: '/sign-in', component: () => import('./sign-in-screen.tsx'), bare: true },
  ],
})
