import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
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
]
