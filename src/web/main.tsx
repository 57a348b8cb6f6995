import './theme.css'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { whenUnauthorised } from './api/api.ts'
import { createQueryClient } from './api/query-client.ts'
import { sessionQuery } from './api/session.ts'
import { firstLocale, speak } from './shell/locale.ts'
import { createAppRouter } from './shell/router.tsx'
import { TooltipLayer } from './ui/tooltip-layer.tsx'
import { warm } from './shell/screens.ts'
import { followTheme } from './shell/theme.ts'

const queryClient = createQueryClient()
const router = createAppRouter(queryClient)

whenUnauthorised(() => {
  if (router.state.location.pathname === '/sign-in') return
  queryClient.removeQueries({ queryKey: sessionQuery.queryKey })
  void router.navigate({ to: '/sign-in', search: { next: router.state.location.href } })
})
followTheme()

// All are wanted at once: the words and the screen come while the session is read.
const session = queryClient.prefetchQuery(sessionQuery)
warm(location.pathname)
await Promise.all([speak(firstLocale()), session])

// Dialogs and menus are fetched while the first screen is read, so that the first one opens at once.
setTimeout(() => {
  void import('./ui/dialog-window.tsx')
  void import('./ui/menu-list.tsx')
}, 2000)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has lost its #root')
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <TooltipLayer />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
)
