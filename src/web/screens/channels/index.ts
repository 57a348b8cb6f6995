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
})
