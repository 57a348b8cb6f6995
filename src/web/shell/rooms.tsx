import { Link } from '@tanstack/react-router'
import { rooms } from './screens.ts'
import { useText } from './text.ts'

/**
 * The screens of one subject side by side; the one shown is marked.
 * @param of the address of the subject's first screen: '/listening'
 */
export function Rooms({ of, label }: { of: string; label: string }) {
  const text = useText()
  return (
    <nav aria-label={label} className="-mt-1 mb-5 overflow-x-auto border-b border-rule">
      <ul className="flex gap-5">
        {rooms
          .filter((room) => room.of === of)
          .map((room) => (
            <li key={room.to} className="shrink-0">
              <Link
                to={room.to}
                ref={intoView}
                activeOptions={{ exact: true, includeSearch: false }}
                activeProps={{ className: 'border-accent text-ink' }}
                inactiveProps={{ className: 'border-transparent text-ink-2 hover:text-ink' }}
                className="flex min-h-9 items-center border-b-2 font-medium focus-visible:-outline-offset-2 pointer-coarse:min-h-11"
              >
                {text(room.label)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}

/** On a narrow screen the row is longer than the screen: the room one is in must be seen. */
function intoView(link: HTMLAnchorElement | null) {
  if (link?.getAttribute('aria-current'))
    link.scrollIntoView({ block: 'nearest', inline: 'center' })
}
