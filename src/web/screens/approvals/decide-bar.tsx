import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import { Button, cx, TextArea } from '#web/ui/index.ts'

interface DecideBarProps {
  /** Words just chosen in the text: what should change is about them. */
  quote: string | null
  busy: boolean
  onApprove: () => void
  onChanges: (comment: string) => void
  onRefuse?: () => void
  asking: boolean
  ask: (asking: boolean) => void
  /** In a margin. */
  compact?: boolean
  /** A and R are bound to them. */
  keys?: boolean
}

/** Two buttons under the thumb; what should change is said below them. */
export function DecideBar(props: DecideBarProps) {
  const {
    quote,
    busy,
    onApprove,
    onChanges,
    onRefuse,
    asking,
    ask,
    compact = false,
    keys = false,
  } = props
  // As wide as their words at least: French ones are longer.
  const look = cx(
    'max-md:h-12 max-md:flex-auto [&>kbd]:max-md:hidden',
    compact && 'flex-auto px-2!',
  )
  const key = (letter: string) => (keys ? { shortcut: letter } : {})
  const { t } = useLingui()
  const [comment, write] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (asking) field.current?.focus()
  }, [asking])
  if (!asking) {
    return (
      <div className="flex flex-wrap gap-2">
        {onRefuse && (
          <Button
            kind="quiet"
            className={cx(
              'text-ink-2 max-md:order-3 max-md:self-center',
              compact && 'order-3 -ml-2',
            )}
            busy={busy}
            onClick={onRefuse}
          >
            <Trans>Refuse</Trans>
          </Button>
        )}
        {!compact && <span className="flex-1 max-md:hidden" />}
        <Button {...key('R')} className={look} onClick={() => ask(true)}>
          <Trans>Ask for changes</Trans>
        </Button>
        <Button kind="solid" {...key('A')} className={look} busy={busy} onClick={onApprove}>
          <Trans>Approve</Trans>
        </Button>
      </div>
    )
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (comment.trim()) onChanges(comment.trim())
      }}
    >
      {quote && (
        <p className="mb-1.5 text-sm text-ink-2">
          <Trans>
            About <q className="font-serif text-ink">{quote}</q>
          </Trans>
        </p>
      )}
      <TextArea
        ref={field}
        autosize
        aria-label={t`What should change`}
        placeholder={t`What should change? You can select words in the text first.`}
        value={comment}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          ask(false)
        }}
      />
      <div className="mt-2 flex flex-wrap justify-end gap-2">
        <Button kind="quiet" onClick={() => ask(false)}>
          <Trans>Cancel</Trans>
        </Button>
        <Button
          kind="solid"
          type="submit"
          busy={busy}
          disabled={!comment.trim()}
          className="max-md:h-12 max-md:flex-1"
        >
          <Trans>Send the request</Trans>
        </Button>
      </div>
    </form>
  )
}
