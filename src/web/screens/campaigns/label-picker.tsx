import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Label } from '#domain/publishing/api.ts'
import { useText } from '#web/shell/index.ts'
import { Button, cx } from '#web/ui/index.ts'
import { ABOUT_WORDS, LABEL_NAMES, LABEL_WORDS } from './labels.ts'

type About = 'us' | 'customer'

export interface SuggestedLabels {
  labels: readonly Label[]
  about: About | null
  /** What in the text made one think so. */
  why?: ReactNode
}

interface LabelPickerProps {
  labels: readonly Label[]
  about: About | null
  onLabels: (labels: Label[]) => void
  onAbout: (about: About | null) => void
  /** Proposed, never put by itself; what is chosen already is not proposed again. */
  suggested?: SuggestedLabels | undefined
  disabled?: boolean
}

/** What a post is to its reader, as a row of toggles; and of whom it speaks. */
export function LabelPicker(props: LabelPickerProps) {
  const { labels, about, onLabels, onAbout, suggested, disabled = false } = props
  const { t } = useLingui()
  const say = useText()
  const isProposed = (name: Label) => suggested?.labels.includes(name) && !labels.includes(name)
  const toggle = (name: Label) =>
    onLabels(LABEL_NAMES.filter((one) => (one === name) !== labels.includes(one)))
  return (
    <div className="space-y-2">
      <div role="group" aria-label={t`What it is to the reader`} className="flex flex-wrap gap-1.5">
        {LABEL_NAMES.map((name) => (
          <Toggle
            key={name}
            on={labels.includes(name)}
            proposed={isProposed(name)}
            title={say(LABEL_WORDS[name].means)}
            onToggle={() => toggle(name)}
            disabled={disabled}
          >
            {say(LABEL_WORDS[name].word)}
          </Toggle>
        ))}
      </div>
      <div role="group" aria-label={t`Who it talks about`} className="flex flex-wrap gap-1.5">
        {(['us', 'customer'] as const).map((one) => (
          <Toggle
            key={one}
            on={about === one}
            proposed={about === null && suggested?.about === one}
            onToggle={() => onAbout(about === one ? null : one)}
            disabled={disabled}
          >
            {say(ABOUT_WORDS[one])}
          </Toggle>
        ))}
      </div>
      {!disabled && suggested && <Suggestion {...props} suggested={suggested} />}
    </div>
  )
}

function Suggestion({
  labels,
  about,
  onLabels,
  onAbout,
  suggested,
}: LabelPickerProps & { suggested: SuggestedLabels }) {
  const say = useText()
  const missing = suggested.labels.filter((name) => !labels.includes(name))
  const aboutWhom = about === null ? suggested.about : null
  if (missing.length === 0 && !aboutWhom) return null
  const words = [
    ...missing.map((name) => say(LABEL_WORDS[name].word)),
    ...(aboutWhom ? [say(ABOUT_WORDS[aboutWhom])] : []),
  ].join(', ')
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-2">
      <span>
        <Trans>Suggested: {words}.</Trans> {suggested.why}
      </span>
      <Button
        kind="quiet"
        size="sm"
        onClick={() => {
          if (missing.length > 0)
            onLabels(LABEL_NAMES.filter((one) => labels.includes(one) || missing.includes(one)))
          if (aboutWhom) onAbout(aboutWhom)
        }}
      >
        <Trans>Take these</Trans>
      </Button>
    </p>
  )
}

interface ToggleProps {
  on: boolean
  proposed: boolean | undefined
  title?: string
  onToggle: () => void
  disabled: boolean
  children: ReactNode
}

function Toggle({ on, proposed, title, onToggle, disabled, children }: ToggleProps) {
  return (
    <button
      type="button"
      aria-pressed={on}
      title={title}
      disabled={disabled}
      onClick={onToggle}
      className={cx(
        'h-7 rounded-md border px-2 text-sm whitespace-nowrap disabled:cursor-default pointer-coarse:h-11 pointer-coarse:px-3',
        on
          ? 'border-accent bg-accent-soft text-ink'
          : 'border-rule text-ink-2 not-disabled:hover:bg-sunken',
        proposed && 'border-dashed border-accent',
        disabled && !on && 'text-ink-3',
      )}
    >
      {children}
    </button>
  )
}
