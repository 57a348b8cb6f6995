import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'phrases.all',
    label: { en: 'Hashtag sets, snippets, templates', fr: 'Hashtags, formules et modèles' },
    words: { en: 'texts library variables', fr: 'textes bibliothèque variables' },
    to: '/library/texts',
  },
]
