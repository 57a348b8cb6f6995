import { Trans, useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from './button.tsx'
import { cx } from './cx.ts'
import { IconButton } from './icon-button.tsx'
import { closeToast, spoken, type Toast, toasts, watchToasts } from './toast-store.ts'

/** Where toasts appear; mounted once by the shell. */
export function Toaster() {
  const { t } = useLingui()
  const list = useSyncExternalStore(watchToasts, toasts)
  const said = useSyncExternalStore(watchToasts, spoken)
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <section
        aria-label={t`Notifications`}
        className="pointer-events-none fixed inset-x-3 bottom-18 z-50 flex flex-col items-center gap-2 md:bottom-5"
      >
        {list.map((toast) => (
          <Slip key={toast.id} {...toast} />
        ))}
      </section>
    </>
  )
}

/** Stays while it is hovered or focused; an undo leaves ten seconds, a failure stays. */
function Slip({ id, text, undo, action, kind }: Toast) {
  const { t } = useLingui()
  const [held, hold] = useState(false)
  useEffect(() => {
    if (held || kind === 'bad') return
    const timer = setTimeout(() => closeToast(id), undo || action ? 10_000 : 5000)
    return () => clearTimeout(timer)
  }, [held, id, kind, undo, action])
  const after = (run: () => void) => () => {
    closeToast(id)
    run()
  }
  return (
    <div
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
      className={cx(
        'pointer-events-auto flex max-w-lg min-w-72 animate-rise items-center gap-2 rounded-lg bg-sheet py-1.5 pr-1.5 pl-4 shadow-float',
        kind === 'bad' && 'border-l-2 border-bad',
      )}
    >
      <p className="flex-1">{text}</p>
      {undo && (
        <Button size="sm" kind="quiet" className="text-accent!" onClick={after(undo)}>
          <Trans>Undo</Trans>
        </Button>
      )}
      {action && (
        <Button size="sm" kind="quiet" className="text-accent!" onClick={after(action.run)}>
          {action.label}
        </Button>
      )}
      <IconButton size="sm" label={t`Close`} icon={X} onClick={() => closeToast(id)} />
    </div>
  )
}
