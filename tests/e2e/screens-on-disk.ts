import { glob } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Screen, ScreenCommand } from '#web/shell/define-screen.ts'

const folder = path.resolve(import.meta.dirname, '../../src/web/screens')

/** Parameters that only filter the rows of a screen. */
const FILTERS = ['days', 'state', 'status']

/**
 * Every address the screens declare, and those their commands lead to, as `/inbox/$conversationId` and
 * `/calendar?view=week`: a new screen is in it by itself.
 */
export async function addressesOnDisk(): Promise<string[]> {
  const screens = await onDisk<{ screen: Screen }>('*/index.ts')
  const palettes = await onDisk<{ commands: ScreenCommand[] }>('*/commands.ts')
  return [
    ...new Set([
      ...screens.flatMap(({ screen }) => addressesOf(screen)),
      ...palettes.flatMap(({ commands }) => ledTo(commands)),
    ]),
  ].toSorted()
}

/** The letter after G of each screen, and where it goes. */
export async function keysOnDisk(): Promise<Map<string, string>> {
  const screens = await onDisk<{ screen: Screen }>('*/index.ts')
  return new Map(screens.flatMap(({ screen: { nav } }) => (nav ? [[nav.key, nav.to]] : [])))
}

async function onDisk<T>(pattern: string): Promise<T[]> {
  const modules: T[] = []
  for await (const file of glob(pattern, { cwd: folder })) {
    const { href } = pathToFileURL(path.join(folder, file))
    modules.push((await import(/* @vite-ignore */ href)) as T)
  }
  return modules
}

function addressesOf({ routes = [], overlays = [] }: Screen): string[] {
  return [
    ...routes.map((route) => (route.path === '/$' ? '/nowhere' : route.path)),
    ...overlays.flatMap(({ param }) => [`/calendar?${param}=new`, `/calendar?${param}=$postId`]),
  ]
}

function ledTo(commands: readonly ScreenCommand[]): string[] {
  return commands
    .map(({ to, search = {} }) => [to, new URLSearchParams(search)] as const)
    .filter(([, search]) => !FILTERS.some((name) => search.has(name)))
    .map(([to, search]) => (search.size > 0 ? `${to}?${search}` : to))
}
