import type { ComponentType } from 'react'
import type { OverlayProps, Screen, ScreenNav, ScreenRoom, ScreenRoute } from './define-screen.ts'
import { loadMessages } from './locale.ts'

const modules = import.meta.glob<{ screen: Screen }>('../screens/*/index.ts', { eager: true })

const screens = Object.entries(modules).map(([path, module]) => ({
  folder: path.replace(/\/index\.ts$/, ''),
  screen: module.screen,
}))

/** Every screen's addresses, each loading its own words along with its component. */
export const routes: ScreenRoute[] = screens.flatMap(({ folder, screen }) =>
  (screen.routes ?? []).map((route) => ({
    ...route,
    component: withWords(folder, route.component),
  })),
)

export const nav: ScreenNav[] = screens
  .flatMap(({ screen }) => screen.nav ?? [])
  .toSorted((a, b) => a.order - b.order)

export const rooms: ScreenRoom[] = screens
  .flatMap(({ screen }) => screen.room ?? [])
  .toSorted((a, b) => a.order - b.order)

export const overlays: {
  param: string
  load: () => Promise<{ default: ComponentType<OverlayProps> }>
}[] = screens.flatMap(({ folder, screen }) =>
  (screen.overlays ?? []).map((overlay) => ({
    param: overlay.param,
    load: withWords(folder, overlay.component),
  })),
)

function withWords<T>(folder: string, load: () => Promise<T>): () => Promise<T> {
  return async () => (await Promise.all([load(), loadMessages(folder)]))[0]
}

/** Fetches the screen of an address before anybody asks: while the session is read, nothing else is going on. */
export function warm(pathname: string): void {
  const first = pathname.split('/')[1] || 'calendar'
  void routes
    .find((route) => route.path.split('/')[1] === first)
    ?.component()
    .catch(() => undefined)
}
