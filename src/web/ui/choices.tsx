import { type ReactNode, useId } from 'react'
import { cx } from './cx.ts'

export interface OnOff {
  label: ReactNode
  hint?: ReactNode
  checked: boolean
  onChecked: (checked: boolean) => void
  disabled?: boolean
  className?: string
}

export function Checkbox({ label, hint, checked, onChecked, disabled, className }: OnOff) {
  const id = useId()
  return (
    <label className={cx('flex min-h-6 touch-row items-start gap-2.5', className)}>
      <input
        type="checkbox"
        className="mt-0.5 size-4 shrink-0 accent-(--accent)"
        aria-describedby={hint ? id : undefined}
        {...{ checked, disabled }}
        onChange={(event) => onChecked(event.target.checked)}
      />
      <span>
        {label}
        {hint && (
          <span id={id} className="block text-xs text-ink-3">
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}

interface ChoiceProps<T extends string> {
  legend: ReactNode
  hideLegend?: boolean
  options: readonly { value: T; label: ReactNode; hint?: ReactNode; disabled?: boolean }[]
  value: T | ''
  onValue: (value: T) => void
  className?: string
}

/** One among a few, each with its sentence. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { legend, hideLegend, options, value, onValue, className } = props
  const name = useId()
  return (
    <fieldset className={className}>
      <legend className={hideLegend ? 'sr-only' : 'mb-1 font-medium'}>{legend}</legend>
      <div className="divide-y divide-rule border-y border-rule">
        {options.map((option) => (
          <label key={option.value} className="flex touch-row items-start gap-2.5 py-2">
            <input
              type="radio"
              className="mt-0.5 size-4 shrink-0 accent-(--accent)"
              name={name}
              value={option.value}
              checked={value === option.value}
              disabled={option.disabled}
              onChange={() => onValue(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <span className="block text-xs text-ink-3">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface SegmentedProps<T extends string> {
  label: string
  options: readonly { value: T; label: ReactNode }[]
  value: T
  onValue: (value: T) => void
  className?: string
}

/** One among a very few, side by side: month, week, agenda. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { label, options, value, onValue, className } = props
  const name = useId()
  return (
    <fieldset
      className={cx(
        'inline-flex h-8 rounded-md border border-rule-strong bg-sheet pointer-coarse:h-11',
        className,
      )}
    >
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={cx(
            'relative grid min-w-6 cursor-pointer place-items-center border-r border-rule-strong px-3 font-medium whitespace-nowrap',
            'first-of-type:rounded-l-[3px] last:rounded-r-[3px] last:border-r-0',
            'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
            value === option.value ? 'bg-ink text-paper' : 'text-ink-2 hover:bg-sunken',
          )}
        >
          <input
            type="radio"
            className="absolute inset-0 cursor-pointer appearance-none outline-none"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onValue(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
