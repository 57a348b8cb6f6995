import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [{ path: '/topics', component: () => import('./topics-screen.tsx') }],
  commands: [{ id: 'topics', label: { en: 'Topics', fr: 'Sujets' }, to: '/topics' }],
})
