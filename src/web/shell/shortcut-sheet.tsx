import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { type Shortcut, useBoundShortcuts, useLettersOn } from '../keys/shortcuts.ts'
import { Kbd } from '../ui/kbd.tsx'
import { Sheet } from '../ui/sheet.tsx'

/** Every key that does something here and now. */
export default function ShortcutSheet({ close }: { close: () => void }) {
  const { t } = useLingui()
  const bound = useBoundShortcuts()
  const lettersOn = useLettersOn()
  const going = bound.filter(({ keys }) => keys.startsWith('g '))
  const everywhere = bound.filter(({ keys }) => ['$mod+k', 'c', '[Shift]+?'].includes(keys))
  const here = bound.filter((one) => !going.includes(one) && !everywhere.includes(one))
  return (
    <Sheet open onClose={close} title={t`Keyboard shortcuts`} width={400}>
      {!lettersOn && (
        <p className="mb-4 text-ink-2">
          <Trans>Single-letter shortcuts are off.</Trans>{' '}
          <Link to="/settings" onClick={close} className="underline underline-offset-2">
            <Trans>Turn them on in Settings</Trans>
          </Link>
        </p>
      )}
      <List title={t`On this screen`} shortcuts={here} />
      <List title={t`Everywhere`} shortcuts={everywhere} />
      <List title={t`Go to`} shortcuts={going} />
    </Sheet>
  )
}

function List({ title, shortcuts }: { title: string; shortcuts: readonly Shortcut[] }) {
  if (shortcuts.length === 0) return null
  return (
    <section className="mb-6">
      <h3 className="mb-1 text-xs text-ink-3">{title}</h3>
      <dl className="border-t border-rule">
        {shortcuts.map(({ keys, label }) => (
          <div key={keys} className="flex min-h-9 items-center gap-3 border-b border-rule">
            <dt className="flex-1">{label}</dt>
            <dd>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
