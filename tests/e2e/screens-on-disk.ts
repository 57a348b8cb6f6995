import { glob } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Screen } from '#web/shell/define-screen.ts'

const folder = path.resolve(import.meta.dirname, '../../src/web/screens')

/** Parameters that only filter the rows of a screen. */
const FILTERS = ['days', 'state', 'status']

/**
 * Every address the screens declare, and those their commands lead to, as `/inbox/$conversationId` and
 * `/calendar?view=week`: a new screen is in it by itself.
 */
export async function addressesOnDisk(): Promise<string[]> {
  return [...new Set((await screensOnDisk()).flatMap(addressesOf))].toSorted()
}

/** The letter after G of each screen, and where it goes. */
export async function keysOnDisk(): Promise<Map<string, string>> {
  const screens = await screensOnDisk()
  return new Map(screens.flatMap(({ nav }) => (nav ? [[nav.key, nav.to]] : [])))
}

async function screensOnDisk(): Promise<Screen[]> {
  const screens: Screen[] = []
  for await (const file of glob('*/index.ts', { cwd: folder })) {
    const { href } = pathToFileURL(path.join(folder, file))
    screens.push(((await import(/* @vite-ignore */ href)) as { screen: Screen }).screen)
  }
  return screens
}

function addressesOf({ routes = [], overlays = [], commands = [] }: Screen): string[] {
  const led = commands
    .map(({ to, search = {} }) => [to, new URLSearchParams(search)] as const)
    .filter(([, search]) => !FILTERS.some((name) => search.has(name)))
    .map(([to, search]) => (search.size > 0 ? `${to}?${search}` : to))
  return [
    ...routes.map((route) => (route.path === '/$' ? '/nowhere' : route.path)),
    ...overlays.flatMap(({ param }) => [`/calendar?${param}=new`, `/calendar?${param}=$postId`]),
    ...led,
  ]
}
