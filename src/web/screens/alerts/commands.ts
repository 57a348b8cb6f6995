import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'alerts.all',
    label: { en: 'Alerts', fr: 'Alertes' },
    words: { en: 'crisis spike peak listening', fr: 'crise pic veille' },
    to: '/alerts',
  },
  {
    id: 'alerts.settings',
    label: { en: 'Alert settings', fr: 'Réglages des alertes' },
    words: {
      en: 'budget false alarms policy call',
      fr: 'budget fausses alertes consignes appeler',
    },
    to: '/alerts',
    search: { set: 'yes' },
  },
  {
    id: 'alerts.devices',
    label: { en: 'Alerts on your devices', fr: 'Alertes sur vos appareils' },
    words: {
      en: 'push notification phone mobile browser',
      fr: 'push notification téléphone mobile navigateur',
    },
    to: '/alerts',
    search: { push: 'yes' },
  },
]
