import type { ComponentType } from 'react'
import type { NavIcon } from './nav-icons.ts'
import type { Text } from './text.ts'

type Module<Props = Record<never, never>> = () => Promise<{ default: ComponentType<Props> }>

export interface ScreenRoute {
  /** TanStack Router path: '/inbox/$conversationId'. */
  path: string
  /** The default export is the component; loaded with the screen's words when it is first shown. */
  component: Module
  /** Without sidebar and without a session: first visit, sign-in. */
  bare?: boolean
}

export interface ScreenNav {
  to: string
  order: number
  icon: NavIcon
  label: Text
  /** A shorter name for the bar at the bottom of phones. */
  short?: Text
  /** G then this letter goes there. */
  key: string
}

/** A place beside others of one subject, reached by the row of names at the top of each of them. */
export interface ScreenRoom {
  /** The address of the subject's first screen: '/listening'. */
  of: string
  to: string
  order: number
  label: Text
}

/** What the palette offers of a screen: `screens/<name>/commands.ts`, read when the palette first opens. */
export interface ScreenCommand {
  id: string
  label: Text
  /** Other words people type for it. */
  words?: Text
  to: string
  search?: Record<string, string>
  hash?: string
  shortcut?: string
}

export interface OverlayProps {
  /** What the address says: `?compose=<value>`. */
  value: string
  close: () => void
}

export interface ScreenOverlay {
  /** The search parameter that opens it, on any address. */
  param: string
  component: Module<OverlayProps>
}

export interface Screen {
  routes?: ScreenRoute[]
  nav?: ScreenNav
  room?: ScreenRoom
  overlays?: ScreenOverlay[]
}

/** Types a screen's registration; `screens/<name>/index.ts` exports the result as `screen`. */
export function defineScreen(screen: Screen): Screen {
  return screen
}
