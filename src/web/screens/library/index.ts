import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [{ path: '/library', component: () => import('./library-screen.tsx') }],
  nav: {
    to: '/library',
    order: 6,
    icon: 'library',
    label: { en: 'Library', fr: 'Bibliothèque' },
    key: 'b',
  },
})
