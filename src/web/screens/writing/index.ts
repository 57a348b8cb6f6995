import { defineScreen } from '#web/shell/define-screen.ts'

/** What helps while one writes has no address of its own: the composer and the settings show its parts. */
export const screen = defineScreen({
  commands: [
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
  ],
})
