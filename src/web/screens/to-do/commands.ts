import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
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
]
