import { Trans } from '@lingui/react/macro'
import { type ReactNode, useId } from 'react'

export interface FieldAria {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

export interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  /** A whole sentence: what is wrong and what is expected. */
  error?: string | null | undefined
  optional?: boolean | undefined
  className?: string | undefined
  children: (aria: FieldAria) => ReactNode
}

/** A labelled control with its hint and its error sentence, wired for screen readers. */
export function Field({ label, hint, error, optional, className, children }: FieldProps) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 flex items-baseline justify-between gap-3 font-medium">
        {label}
        {optional && (
          <span className="text-xs font-normal text-ink-3">
            <Trans>optional</Trans>
          </span>
        )}
      </label>
      {children({
        id,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': true } : {}),
      })}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-xs text-ink-3">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-xs font-medium text-bad">
          {error}
        </p>
      )}
    </div>
  )
}
