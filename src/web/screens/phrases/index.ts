import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [{ path: '/library/texts', component: () => import('./phrases-screen.tsx') }],
  commands: [
    {
      id: 'phrases.all',
      label: { en: 'Hashtag sets, snippets, templates', fr: 'Hashtags, formules et modèles' },
      words: { en: 'texts library variables', fr: 'textes bibliothèque variables' },
      to: '/library/texts',
    },
  ],
})
