import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'calendar.waiting',
    label: {
      en: 'Posts that wait for your word',
      fr: 'Publications en attente de votre décision',
    },
    words: { en: 'missed late held ask', fr: 'manquées en retard retenues décider' },
    to: '/calendar/waiting',
  },
]
