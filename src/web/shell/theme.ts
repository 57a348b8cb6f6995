import { recall, remember, usePreference } from './preferences.ts'

export type Theme = 'light' | 'dark' | 'system'

const system = matchMedia('(prefers-color-scheme: dark)')

/** Keeps the page on the chosen theme; first-paint.js has already drawn it once. */
export function followTheme(): void {
  system.addEventListener('change', draw)
  draw()
}

export function setTheme(theme: Theme): void {
  remember('theme', theme)
  draw()
}

export function useTheme(): Theme {
  const theme = usePreference('theme', 'system')
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

function draw(): void {
  const theme = recall('theme')
  const dark = theme === 'dark' || (theme !== 'light' && system.matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}
