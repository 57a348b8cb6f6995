import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'inbox.resolved',
    label: { en: 'Resolved conversations', fr: 'Conversations résolues' },
    to: '/inbox',
    search: { state: 'resolved' },
  },
]
