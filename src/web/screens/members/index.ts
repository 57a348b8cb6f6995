import { defineScreen } from '#web/shell/define-screen.ts'
import { loadMessages } from '#web/shell/locale.ts'

export const screen = defineScreen({
  routes: [
    {
      path: '/invitation/$token',
      component: async () => {
        // Its frame and its password field are those of the welcome.
        const words = loadMessages('../screens/welcome')
        const page = await import('./invitation-screen.tsx')
        await words
        return page
      },
      bare: true,
    },
    {
      path: '/settings/roles',
      component: async () => {
        // The rights have their names in the settings.
        const words = loadMessages('../screens/settings')
        const page = await import('./roles-screen.tsx')
        await words
        return page
      },
    },
  ],
})
