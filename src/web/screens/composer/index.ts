import { defineScreen } from '#web/shell/define-screen.ts'
import { loadMessages } from '#web/shell/locale.ts'

export const screen = defineScreen({
  overlays: [
    {
      param: 'compose',
      component: async () => {
        // Pictures are described and sent by parts of the library, posts are filed by parts of the campaigns, and
        // what one writes again and again is inserted by parts of the phrases: their words are there.
        const folders = ['library', 'campaigns', 'phrases']
        const words = Promise.all(folders.map((folder) => loadMessages(`../screens/${folder}`)))
        const overlay = await import('./composer-overlay.tsx')
        await words
        return overlay
      },
    },
  ],
})
