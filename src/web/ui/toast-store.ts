export interface Toast {
  id: number
  text: string
  undo?: () => void
  action?: { label: string; run: () => void }
  kind?: 'plain' | 'bad'
}

let list: readonly Toast[] = []
let said = ''
let last = 0
const listeners = new Set<() => void>()

/** Shows a sentence at the bottom of the screen, with its undo; at most three at once. */
function showToast(toast: Omit<Toast, 'id'>): void {
  last += 1
  list = [...list, { ...toast, id: last }].slice(-3)
  announce(toast.text)
}

/** Says a sentence to screen readers only. */
export function announce(text: string): void {
  // The same sentence twice is silent unless something differs.
  said = said === text ? `${text}\u00a0` : text
  tell()
}

export function closeToast(id: number): void {
  list = list.filter((toast) => toast.id !== id)
  tell()
}

export function useToast(): (toast: Omit<Toast, 'id'>) => void {
  return showToast
}

export const toasts = () => list
export const spoken = () => said

export function watchToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function tell(): void {
  for (const listener of listeners) listener()
}
