import { Trans, useLingui } from '@lingui/react/macro'
import { cx } from '#web/ui/index.ts'
import type { Completion, Offer } from './completions.ts'

interface CompletionListProps {
  id: string
  offer: Offer
  active: number
  onTake: (completion: Completion) => void
}

/** Under the field: what may be typed next. The focus stays in the field. */
export function CompletionList({ id, offer, active, onTake }: CompletionListProps) {
  const { t } = useLingui()
  return (
    <div className="absolute inset-x-0 top-full z-10 mt-1 rounded-md border border-rule-strong bg-sheet shadow-lg">
      <div
        id={id}
        role="listbox"
        aria-label={t`What can go here`}
        className="max-h-64 overflow-y-auto py-1"
      >
        {offer.options.map((option, index) => (
          // oxlint-disable-next-line click-events-have-key-events -- keys are heard by the field, which keeps the focus
          <div
            key={option.insert}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(option)}
            className={cx(
              'flex min-h-8 cursor-pointer items-baseline gap-3 px-2.5 py-1 pointer-coarse:min-h-11 pointer-coarse:items-center',
              index === active ? 'bg-accent-soft' : 'hover:bg-sunken',
            )}
          >
            <span className="font-medium">{option.insert}</span>
            <span className="truncate text-xs text-ink-2">{option.meaning}</span>
          </div>
        ))}
      </div>
      <p className="border-t border-rule px-2.5 py-1 text-xs text-ink-2 pointer-coarse:hidden">
        <Trans>Arrows to choose, Enter to insert, Escape to close</Trans>
      </p>
    </div>
  )
}
