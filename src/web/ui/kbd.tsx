import { cx } from './cx.ts'

const apple = typeof navigator === 'object' && /Mac|iPhone|iPad/.test(navigator.platform)

const SIGNS: Record<string, string> = {
  Mod: apple ? '⌘' : 'Ctrl',
  $mod: apple ? '⌘' : 'Ctrl',
  Alt: apple ? '⌥' : 'Alt',
  Shift: '⇧',
  '[Shift]': '',
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

/** Keys as drawn on the keyboard: 'Mod+K', 'g i'. `plain` leaves out the frames. */
export function Kbd({ keys, plain = false }: { keys: string; plain?: boolean }) {
  const presses = keys.split(' ').map(drawn)
  if (plain) {
    return (
      <kbd aria-hidden className="font-sans text-2xs font-medium opacity-80">
        {presses.join(' ')}
      </kbd>
    )
  }
  return (
    <span className="inline-flex items-center gap-1">
      {presses.map((press, index) => (
        <kbd
          key={index}
          className={cx(
            'inline-grid h-5 min-w-5 place-items-center rounded-sm border border-rule-strong px-1',
            'font-sans text-2xs font-medium text-ink-2',
          )}
        >
          {press}
        </kbd>
      ))}
    </span>
  )
}

function drawn(press: string): string {
  const parts = press
    .split('+')
    .map((part) => SIGNS[part] ?? (part.length === 1 ? part.toUpperCase() : part))
  return parts.filter(Boolean).join(apple ? '' : '+')
}
