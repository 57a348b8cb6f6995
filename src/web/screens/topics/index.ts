import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [{ path: '/topics', component: () => import('./topics-screen.tsx') }],
  room: { of: '/listening', to: '/topics', order: 3, label: { en: 'Topics', fr: 'Sujets' } },
})
