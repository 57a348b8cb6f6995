import { defineScreen } from '#web/shell/define-screen.ts'
import { loadMessages } from '#web/shell/locale.ts'

export const screen = defineScreen({
  routes: [
    {
      path: '/review/$review',
      component: async () => {
        // Comments and decisions are those of the approvals screen: their words are there.
        const words = loadMessages('../screens/approvals')
        const page = await import('./review-screen.tsx')
        await words
        return page
      },
      bare: true,
    },
  ],
})
