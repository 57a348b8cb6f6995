import { useSyncExternalStore } from 'react'

/** What this machine remembers of its reader. Each is a plain string in localStorage. */
export type PreferenceKey = 'locale' | 'theme' | 'font' | 'shortcuts'

const listeners = new Set<() => void>()

export function recall(key: PreferenceKey): string | null {
  try {
    return localStorage.getItem(`vigie.${key}`)
  } catch {
    return null
  }
}

export function remember(key: PreferenceKey, value: string): void {
  try {
    localStorage.setItem(`vigie.${key}`, value)
  } catch {
    // Without storage the choice holds until the tab closes.
  }
  for (const tell of listeners) tell()
}

export function usePreference(key: PreferenceKey, otherwise: string): string {
  return useSyncExternalStore(subscribe, () => recall(key)) ?? otherwise
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  addEventListener('storage', tell)
  return () => {
    listeners.delete(tell)
    removeEventListener('storage', tell)
  }
}
