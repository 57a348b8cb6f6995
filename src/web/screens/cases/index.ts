import { defineScreen } from '#web/shell/define-screen.ts'
import { loadMessages } from '#web/shell/locale.ts'

export const screen = defineScreen({
  routes: [
    { path: '/cases', component: () => import('./cases-screen.tsx') },
    {
      path: '/cases/$caseId',
      component: async () => {
        // Beside a case stands what must be at hand in an alert; in it, what listening found is answered.
        const words = ['../screens/alerts', '../screens/listening'].map(loadMessages)
        return (await Promise.all([import('./case-screen.tsx'), ...words]))[0]
      },
    },
  ],
  room: {
    of: '/listening',
    to: '/cases',
    order: 5,
    label: { en: 'Leads and cases', fr: 'Prospects et dossiers' },
  },
})
