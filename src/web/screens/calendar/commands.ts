import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'calendar.week',
    label: { en: 'This week’s posts', fr: 'Publications de la semaine' },
    words: { en: 'calendar week', fr: 'calendrier semaine' },
    to: '/calendar',
    search: { view: 'week' },
  },
  {
    id: 'calendar.agenda',
    label: { en: 'Posts as a list', fr: 'Publications en liste' },
    words: { en: 'agenda calendar', fr: 'agenda calendrier' },
    to: '/calendar',
    search: { view: 'agenda' },
  },
  {
    id: 'calendar.list',
    label: { en: 'Posts as a table', fr: 'Publications en tableau' },
    words: { en: 'list bulk calendar', fr: 'liste lot calendrier' },
    to: '/calendar',
    search: { view: 'list' },
  },
  {
    id: 'calendar.drafts',
    label: { en: 'Drafts', fr: 'Brouillons' },
    to: '/calendar',
    search: { drafts: 'open' },
  },
  {
    id: 'calendar.attention',
    label: { en: 'Posts that need attention', fr: 'Publications à vérifier' },
    words: { en: 'failed unknown trouble', fr: 'échec incertain problème' },
    to: '/calendar',
    search: { view: 'agenda', status: 'attention' },
  },
]
