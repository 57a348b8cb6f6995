import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'lists.all',
    label: { en: 'Mailing lists', fr: 'Listes de diffusion' },
    words: {
      en: 'newsletter letters subscribers e-mail',
      fr: 'lettre information abonnés inscrits e-mail',
    },
    to: '/lists',
  },
]
