import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [
    { path: '/lists', component: () => import('./lists-screen.tsx') },
    { path: '/lists/$channelId', component: () => import('./list-screen.tsx') },
  ],
  commands: [
    {
      id: 'lists.all',
      label: { en: 'Lists of people', fr: 'Listes de diffusion' },
      words: {
        en: 'newsletter letters subscribers e-mail',
        fr: 'lettre information abonnés inscrits e-mail',
      },
      to: '/lists',
    },
  ],
})
