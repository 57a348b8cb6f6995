import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'exchange.import',
    label: { en: 'Import a plan', fr: 'Importer un plan' },
    words: { en: 'csv ics table spreadsheet bulk', fr: 'csv ics tableau tableur lot' },
    to: '/exchange',
  },
  {
    id: 'exchange.export',
    label: { en: 'Export the plan', fr: 'Exporter le plan' },
    words: { en: 'csv calendar feed ics subscribe', fr: 'csv agenda ics abonnement' },
    to: '/exchange',
    hash: 'export',
  },
  {
    id: 'exchange.feeds',
    label: { en: 'Turn a feed into posts', fr: 'Publier depuis un flux' },
    words: { en: 'rss atom blog articles', fr: 'rss atom blog articles' },
    to: '/exchange',
    hash: 'feeds',
  },
]
