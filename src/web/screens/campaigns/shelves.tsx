import { Link } from '@tanstack/react-router'
import { useText } from '#web/shell/index.ts'
import { cx } from '#web/ui/index.ts'

// In both languages here: each shelf is a screen of its own, with its own words.
const SHELVES = [
  { to: '/library', label: { en: 'Pictures', fr: 'Images' } },
  { to: '/library/campaigns', label: { en: 'Campaigns', fr: 'Campagnes' } },
  { to: '/library/texts', label: { en: 'Texts', fr: 'Textes' } },
] as const
const NAME = { en: 'Shelves of the library', fr: 'Rayons de la bibliothèque' }

/** What the library holds: pictures, campaigns, texts. */
export function Shelves({ className }: { className?: string }) {
  const say = useText()
  return (
    <nav
      aria-label={say(NAME)}
      className={cx('mb-5 flex gap-1 overflow-x-auto border-b border-rule', className)}
    >
      {SHELVES.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: to === '/library', includeSearch: false }}
          className="-mb-px flex h-9 items-center border-b-2 border-transparent px-3 whitespace-nowrap text-ink-2 hover:text-ink focus-visible:-outline-offset-2 pointer-coarse:h-11"
          activeProps={{ className: 'border-ink! font-semibold text-ink!' }}
        >
          {say(label)}
        </Link>
      ))}
    </nav>
  )
}
