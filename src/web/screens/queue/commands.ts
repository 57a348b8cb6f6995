import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'queue.queue',
    label: { en: 'Queue', fr: 'File d’attente' },
    words: { en: 'slots hours schedule', fr: 'créneaux heures planning' },
    to: '/queue',
  },
  {
    id: 'queue.slots',
    label: { en: 'Weekly times', fr: 'Heures de la semaine' },
    words: { en: 'slots queue best hours', fr: 'créneaux file d’attente meilleures heures' },
    to: '/queue',
    search: { tab: 'slots' },
  },
  {
    id: 'queue.series',
    label: { en: 'Series', fr: 'Séries' },
    words: { en: 'recurring repeat', fr: 'récurrentes répéter' },
    to: '/queue',
    search: { tab: 'series' },
  },
  {
    id: 'queue.shelf',
    label: { en: 'Shelf', fr: 'Étagère' },
    words: { en: 'evergreen', fr: 'intemporelles' },
    to: '/queue',
    search: { tab: 'shelf' },
  },
]
