import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [{ path: '/calendar/waiting', component: () => import('./waiting-screen.tsx') }],
  commands: [
    {
      id: 'calendar.waiting',
      label: {
        en: 'Posts that wait for your word',
        fr: 'Publications en attente de votre décision',
      },
      words: { en: 'missed late held ask', fr: 'manquées en retard retenues décider' },
      to: '/calendar/waiting',
    },
  ],
})
