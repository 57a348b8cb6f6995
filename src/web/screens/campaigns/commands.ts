import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'campaigns.all',
    label: { en: 'Campaigns', fr: 'Campagnes' },
    words: { en: 'launch season sale brief budget', fr: 'lancement saison soldes brief budget' },
    to: '/library/campaigns',
  },
  {
    id: 'campaigns.new',
    label: { en: 'New campaign', fr: 'Nouvelle campagne' },
    words: { en: 'open create brief', fr: 'ouvrir créer brief' },
    to: '/library/campaigns',
    search: { new: '1' },
  },
]
