import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'listening.unseen',
    label: { en: 'Mentions not seen yet', fr: 'Mentions non vues' },
    to: '/listening',
    search: { state: 'unseen' },
  },
  {
    id: 'listening.query',
    label: { en: 'New saved query', fr: 'Nouvelle requête' },
    words: { en: 'watch search mention', fr: 'surveiller chercher veille' },
    to: '/listening',
    search: { edit: 'new' },
  },
  {
    id: 'listening.source',
    label: { en: 'Add a source to listen to', fr: 'Ajouter une source à écouter' },
    words: { en: 'feed rss search', fr: 'flux rss recherche' },
    to: '/listening',
    search: { add: 'yes' },
  },
]
