import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'webhooks.all',
    label: { en: 'Webhooks', fr: 'Webhooks' },
    words: { en: 'events programs integrations', fr: 'événements programmes intégrations' },
    to: '/webhooks',
  },
]
