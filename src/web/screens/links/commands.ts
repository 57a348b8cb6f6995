import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'links.all',
    label: { en: 'Links and clicks', fr: 'Liens et clics' },
    words: { en: 'short links UTM', fr: 'liens courts UTM' },
    to: '/links',
  },
  {
    id: 'links.new',
    label: { en: 'Create a short link', fr: 'Créer un lien court' },
    words: { en: 'shorten newsletter poster', fr: 'raccourcir infolettre affiche' },
    to: '/links',
    search: { new: '1' },
  },
]
