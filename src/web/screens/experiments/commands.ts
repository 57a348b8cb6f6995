import type { ScreenCommand } from '#web/shell/define-screen.ts'

export const commands: ScreenCommand[] = [
  {
    id: 'experiments.new',
    label: { en: 'Compare two versions of a message', fr: 'Comparer deux versions d’un message' },
    words: { en: 'A/B test experiment', fr: 'test A/B essai' },
    to: '/experiments/new',
  },
]
