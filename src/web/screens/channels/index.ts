import { defineScreen } from '#web/shell/define-screen.ts'
import { loadMessages } from '#web/shell/locale.ts'

export const screen = defineScreen({
  routes: [
    {
      path: '/channels',
      component: async () => {
        // Its meters are parts of another folder: their words are there.
        const words = loadMessages('../screens/meters')
        const screen = await import('./channels-screen.tsx')
        await words
        return screen
      },
    },
  ],
  commands: [
    {
      id: 'channels.list',
      label: { en: 'Connected accounts', fr: 'Comptes connectés' },
      words: { en: 'channels networks health', fr: 'canaux réseaux santé' },
      to: '/channels',
    },
    {
      id: 'channels.connect',
      label: { en: 'Connect an account', fr: 'Connecter un compte' },
      words: { en: 'add network channel', fr: 'ajouter réseau canal' },
      to: '/channels',
      search: { connect: 'yes' },
    },
  ],
})
