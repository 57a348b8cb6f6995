import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { cx, Field, TextArea } from '#web/ui/index.ts'
import { CompletionList } from './completion-list.tsx'
import { useCompletion } from './use-completion.ts'

interface ExpressionFieldProps {
  name: string
  value: string
  onValue: (value: string) => void
  /** The sentence of a refused save. */
  error: string | undefined
  /** Where the desk stumbles now. */
  place: { start: number; end: number } | null
}

const TYPE = 'px-2.5 py-1.5 text-lg leading-normal wrap-break-word whitespace-pre-wrap font-sans'

/** The words of a query, with the place of a mistake underlined, as a proofreader would. */
export function ExpressionField(props: ExpressionFieldProps) {
  const { name, value, onValue, error, place } = props
  const { t } = useLingui()
  const painted = useRef<HTMLDivElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const completion = useCompletion(area, value, onValue)
  useEffect(() => area.current?.focus(), [])
  return (
    <Field label={t`Words to look for`} error={error}>
      {(aria) => (
        <div className="relative">
          <TextArea
            {...aria}
            {...(place ? { 'aria-invalid': true } : {})}
            {...{ name, value }}
            {...completion.props}
            ref={area}
            autosize
            rows={2}
            maxLength={20_000}
            spellCheck={false}
            autoCapitalize="none"
            autoCorrect="off"
            onChange={({ target }) => {
              onValue(target.value)
              completion.look(target.value, target.selectionStart)
            }}
            onBlur={completion.close}
            onScroll={(event) => {
              if (painted.current) painted.current.scrollTop = event.currentTarget.scrollTop
            }}
            className={cx(TYPE, 'max-h-60')}
          />
          <div
            ref={painted}
            aria-hidden
            className={cx(
              TYPE,
              'pointer-events-none absolute inset-0 overflow-hidden border border-transparent text-transparent',
            )}
          >
            {place && <Underlined value={value} place={place} />}
          </div>
          {completion.offer && (
            <CompletionList
              id={completion.list}
              offer={completion.offer}
              active={completion.active}
              onTake={completion.take}
            />
          )}
        </div>
      )}
    </Field>
  )
}

function Underlined({ value, place }: { value: string; place: { start: number; end: number } }) {
  // An empty stretch is at the end: the last character carries it.
  const start = Math.min(place.start, Math.max(0, value.length - 1))
  const end = Math.max(place.end, start + 1)
  return (
    <>
      {value.slice(0, start)}
      <span className="border-b-2 border-bad bg-bad/15 box-decoration-clone">
        {value.slice(start, end)}
      </span>
      {value.slice(end)}
    </>
  )
}
