import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'journal',
    label: { en: 'Journal: who did what', fr: 'Journal : qui a fait quoi' },
    words: { en: 'audit trail history', fr: 'audit historique traces' },
    to: '/settings/journal',
  },
]
