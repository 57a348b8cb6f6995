import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [
    { path: '/to-do', component: () => import('./to-do-screen.tsx') },
    { path: '/to-do/figures', component: () => import('./figures-screen.tsx') },
  ],
  commands: [
    {
      id: 'to-do.list',
      label: { en: 'To do by hand', fr: 'À faire à la main' },
      words: {
        en: 'tasks poster press phone manual paste',
        fr: 'tâches affiche presse téléphone manuel coller',
      },
      to: '/to-do',
    },
    {
      id: 'to-do.figures',
      label: { en: 'Figures entered by hand', fr: 'Chiffres saisis à la main' },
      words: {
        en: 'check-ins visitors csv import counts',
        fr: 'passages visiteurs csv importer compter',
      },
      to: '/to-do/figures',
    },
  ],
})
