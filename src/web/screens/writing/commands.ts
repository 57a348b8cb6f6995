import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'settings.hints',
    label: { en: 'Writing hints', fr: 'Conseils de rédaction' },
    words: { en: 'advice margin silence', fr: 'marge lisibilité silence' },
    to: '/settings',
    hash: 'hints',
  },
  {
    id: 'settings.assistant',
    label: { en: 'Help with writing', fr: 'Aide à la rédaction' },
    words: { en: 'model assistant ai', fr: 'modèle assistant ia' },
    to: '/settings',
    hash: 'assistant',
  },
]
