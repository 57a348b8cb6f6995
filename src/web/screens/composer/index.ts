import { defineScreen } from '#web/shell/define-screen.ts'
import { loadMessages } from '#web/shell/locale.ts'

/** Screens whose parts stand in the composer. */
const PARTS = [
  'library',
  'campaigns',
  'phrases',
  'meters',
  'duplicates',
  'writing',
  'queue',
  'approvals',
  'thread',
]

export const screen = defineScreen({
  overlays: [
    {
      param: 'compose',
      component: async () => {
        // Its margin, its pictures and what it inserts are made of parts of other screens: their words are there.
        const words = Promise.all(PARTS.map((folder) => loadMessages(`../screens/${folder}`)))
        const overlay = await import('./composer-overlay.tsx')
        await words
        return overlay
      },
    },
  ],
})
