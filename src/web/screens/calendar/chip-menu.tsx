import { useLingui } from '@lingui/react/macro'
import { EllipsisVertical } from 'lucide-react'
import { useState } from 'react'
import { cx, Menu } from '#web/ui/index.ts'
import type { Placed } from './arrange.ts'
import { usePostItems } from './post-items.ts'

/** The button that opens what may be done with a post; in the grid it shows on hover and focus only. */
export function ChipMenu({ placed, always = false }: { placed: Placed; always?: boolean }) {
  const { t } = useLingui()
  const [asked, ask] = useState(false)
  const look = cx(
    'grid place-items-center rounded-sm text-ink-2 hover:bg-sunken hover:text-ink',
    always
      ? 'size-8 shrink-0 pointer-coarse:size-11'
      : cx(
          'absolute right-0.5 bottom-0.5 size-6 bg-sheet opacity-0 shadow-float',
          'group-hover:opacity-100 focus-visible:opacity-100 data-[state=open]:opacity-100',
        ),
  )
  const trigger = (
    <button
      type="button"
      aria-label={t`Move or open`}
      aria-haspopup="menu"
      className={look}
      onClick={() => ask(true)}
    >
      <EllipsisVertical size={16} strokeWidth={1.5} aria-hidden />
    </button>
  )
  return asked ? <Opened placed={placed} trigger={trigger} /> : trigger
}

function Opened({ placed, trigger }: { placed: Placed; trigger: React.ReactElement }) {
  const { t } = useLingui()
  return <Menu defaultOpen label={t`Move or open`} trigger={trigger} items={usePostItems(placed)} />
}
