import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'cases.all',
    label: { en: 'Leads and cases', fr: 'Prospects et dossiers' },
    words: { en: 'complaint sale follow', fr: 'réclamation vente suivi' },
    to: '/cases',
  },
]
