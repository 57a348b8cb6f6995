import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'settings.company',
    label: {
      en: 'Company name, time zone and address',
      fr: 'Nom, fuseau et adresse de l’entreprise',
    },
    to: '/settings',
    hash: 'company',
  },
  {
    id: 'settings.keys',
    label: { en: 'API keys', fr: 'Clés d’API' },
    words: { en: 'programs token', fr: 'programmes jeton' },
    to: '/settings',
    hash: 'keys',
  },
  {
    id: 'settings.members',
    label: { en: 'Members', fr: 'Membres' },
    words: { en: 'team people', fr: 'équipe' },
    to: '/settings',
    hash: 'members',
  },
  {
    id: 'settings.tags',
    label: { en: 'Link tags (UTM)', fr: 'Balises des liens (UTM)' },
    words: {
      en: 'utm_source utm_campaign analytics',
      fr: 'utm_source utm_campaign statistiques',
    },
    to: '/settings',
    hash: 'tags',
  },
]
