import { tinykeys } from 'tinykeys'

export interface Shortcut {
  /** In tinykeys' words: 'j', 'Shift+D', 'Alt+ArrowUp', '$mod+Enter', 'g i'. */
  keys: string
  /** Shown on the sheet of shortcuts. */
  label: string
  run: (event: KeyboardEvent) => void
}

/**
 * Binds all shortcuts in one listener, so that `G` then `E` goes somewhere without also doing what `E` alone does
 * on the current screen. @returns how to unbind them
 */
export function bindAll(
  target: Window,
  shortcuts: readonly Shortcut[],
  mayRun: (keys: string, event: KeyboardEvent) => boolean,
): () => void {
  // The map keeps the last of those bound to the same keys; tinykeys tries in order, so sequences come first.
  const byKeys = new Map(shortcuts.map((shortcut) => [shortcut.keys, shortcut]))
  const ordered = [...byKeys.values()].toSorted((a, b) => presses(b) - presses(a))
  const map = Object.fromEntries(
    ordered.map(({ keys, run }) => [
      keys,
      (event: KeyboardEvent) => {
        if (!mayRun(keys, event)) return
        event.preventDefault()
        // tinykeys stops at the first that fits, which leaves the other sequences half-way: all begin anew.
        stop()
        stop = listen()
        run(event)
      },
    ]),
  )
  const listen = () => tinykeys(target, map, { ignore: (event) => event.isComposing })
  let stop = listen()
  return () => stop()
}

function presses({ keys }: Shortcut): number {
  return keys.split(' ').length
}
