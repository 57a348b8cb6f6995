import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [{ path: '/settings/journal', component: () => import('./journal-screen.tsx') }],
  commands: [
    {
      id: 'journal',
      label: { en: 'Journal: who did what', fr: 'Journal : qui a fait quoi' },
      words: { en: 'audit trail history', fr: 'audit historique traces' },
      to: '/settings/journal',
    },
  ],
})
