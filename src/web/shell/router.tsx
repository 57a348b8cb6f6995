import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { setCurrentCompanyId } from '../api/current-company.ts'
import { chosen, sessionQuery } from '../api/session.ts'
import type { ScreenRoute } from './define-screen.ts'
import { Crash } from './crash.tsx'
import { routes } from './screens.ts'
import { Shell } from './shell.tsx'

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Outlet })

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (session.firstVisit) throw redirect({ to: '/welcome' })
    if (!session.user) throw redirect({ to: '/sign-in', search: { next: location.href } })
    const company = chosen(session)
    if (!company) throw redirect({ to: '/welcome' })
    setCurrentCompanyId(company.id)
  },
})

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/calendar', replace: true })
  },
})

/** The addresses are those the screens on disk declare; nothing is listed here. */
export function createAppRouter(queryClient: QueryClient) {
  const inside = routes.filter((route) => !route.bare).map((route) => page(shell, route))
  const outside = routes.filter((route) => route.bare).map((route) => page(root, route))
  return createRouter({
    routeTree: root.addChildren([shell.addChildren([home, ...inside]), ...outside]),
    context: { queryClient },
    defaultPreload: 'intent',
    defaultErrorComponent: Crash,
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: plainSearch,
  })
}

function page(parent: typeof root | typeof shell, route: ScreenRoute) {
  return createRoute({
    getParentRoute: () => parent as typeof root,
    path: route.path,
    component: lazyRouteComponent(route.component),
  })
}

/** `?filter=unread&compose=new`: plain strings, so that an address can be read and typed. */
function plainSearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).flatMap(([key, value]) =>
    value === undefined || value === null || value === '' ? [] : [[key, String(value)]],
  )
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''
}
