import { defineScreen } from '#web/shell/define-screen.ts'
import { loadMessages } from '#web/shell/locale.ts'

export const screen = defineScreen({
  overlays: [
    {
      param: 'compose',
      component: async () => {
        // Pictures are described and sent by parts of the library: their words are there.
        const words = loadMessages('../screens/library')
        const overlay = await import('./composer-overlay.tsx')
        await words
        return overlay
      },
    },
  ],
})
