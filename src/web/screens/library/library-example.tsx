import { useLingui } from '@lingui/react/macro'

/** A picture as it will stand in the library. */
export function LibraryExample() {
  const { t } = useLingui()
  return (
    <div className="flex items-center gap-4">
      <svg viewBox="0 0 96 72" className="w-24 rounded-md border border-rule bg-sunken" aria-hidden>
        <path d="M34 60V30h28v30M34 46h28" fill="none" stroke="currentColor" strokeWidth="3" />
      </svg>
      <div>
        <p className="text-xs font-medium">{t`chair.jpg`}</p>
        <p>{t`An ash chair in front of the workshop’s window, seen from the side`}</p>
      </div>
    </div>
  )
}
