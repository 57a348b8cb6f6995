import { useState } from 'react'

/** For what opens above the page: on closing, the focus returns to where it was before. */
export function useGiveFocusBack(): (event: Event) => void {
  const [before] = useState(() => document.activeElement)
  return (event) => {
    // Radix would give it to its own trigger; ours are opened from anywhere.
    event.preventDefault()
    if (before instanceof HTMLElement && before.isConnected) before.focus()
  }
}
