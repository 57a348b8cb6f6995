import { Trans } from '@lingui/react/macro'
import { Checkbox, QueryView, Skeleton, useFormat } from '#web/ui/index.ts'
import { useToldEvents } from './queries.ts'

interface EventChoiceProps {
  chosen: readonly string[]
  choose: (events: string[]) => void
  /** Shown when nothing is chosen and something must be. */
  error?: string | undefined
}

/** What a program is told, in words; the event's own name for whoever writes the program. */
export function EventChoice({ chosen, choose, error }: EventChoiceProps) {
  const { locale } = useFormat()
  const events = useToldEvents(locale)
  return (
    <fieldset aria-describedby={error ? 'events-error' : undefined}>
      <legend className="mb-1 font-medium">
        <Trans>Events it gets</Trans>
      </legend>
      <QueryView query={events} skeleton={<Skeleton rows={6} height={32} />}>
        {(list) => (
          <div className="border-y border-rule py-2">
            {list.map(({ name, sentence }) => (
              <Checkbox
                key={name}
                className="py-1"
                label={sentence}
                hint={<code>{name}</code>}
                checked={chosen.includes(name)}
                onChecked={(on) =>
                  choose(on ? [...chosen, name] : chosen.filter((one) => one !== name))
                }
              />
            ))}
          </div>
        )}
      </QueryView>
      {error && (
        <p id="events-error" className="mt-1 text-xs font-medium text-bad">
          {error}
        </p>
      )}
    </fieldset>
  )
}
