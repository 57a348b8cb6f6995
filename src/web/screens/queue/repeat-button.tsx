import { Trans, useLingui } from '@lingui/react/macro'
import { Repeat as RepeatIcon } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Button, cx, Popover } from '#web/ui/index.ts'
import { ruleOf } from './repeat.ts'
import type { RepeatProps } from './repeat-form.tsx'
import { useRepeatWords } from './use-repeat-words.ts'

const RepeatForm = lazy(() => import('./repeat-form.tsx'))

/** Beside the date: whether the post comes again, and how. */
export function RepeatButton(props: RepeatProps) {
  const { t } = useLingui()
  const words = useRepeatWords()
  const rule = props.repeat && ruleOf(props.repeat, props.date)
  return (
    <Popover
      label={t`Repeat`}
      side="top"
      align="start"
      trigger={
        <Button
          icon={RepeatIcon}
          aria-pressed={props.repeat !== null}
          className={cx('max-md:order-1', props.repeat && 'bg-accent-soft!')}
        >
          <span className="first-letter:uppercase">
            {rule ? words(rule) : <Trans>Repeat</Trans>}
          </span>
        </Button>
      }
    >
      <Suspense>
        <RepeatForm {...props} />
      </Suspense>
    </Popover>
  )
}
