import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { TaskView } from '#domain/publishing/tasks/api.ts'
import { useCompany } from '#web/api/index.ts'
import { Button, TextField, useFormat, useToast } from '#web/ui/index.ts'
import { wallTimeAt } from '../calendar/days.ts'
import { useSay } from './queries.ts'

const HOUR = 3_600_000

/** Another day and hour: it comes back then. */
export function SayLater({ task }: { task: TaskView }) {
  const { t } = useLingui()
  const f = useFormat()
  const toast = useToast()
  const { timeZone } = useCompany()
  const [proposed] = useState(() => wallTimeAt(new Date(Date.now() + 2 * HOUR), timeZone))
  const [now] = useState(() => wallTimeAt(new Date(), timeZone))
  const [day, setDay] = useState(proposed.slice(0, 10))
  const [time, setTime] = useState(proposed.slice(11, 16))
  const [isRefused, refuse] = useState(false)
  const { mutate, isPending } = useSay(task.id)
  const wallTime = `${day}T${time}`
  const isPast = wallTime <= now
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!day || !time || isPast) return refuse(true)
    mutate(
      { what: 'later', body: { wallTime, timeZone } },
      {
        onSuccess: () => {
          const on = f.longDay(day)
          toast({ text: t`It comes back ${on}, ${time}.` })
        },
      },
    )
  }
  return (
    <form
      noValidate
      onSubmit={submit}
      className="mt-4 flex flex-wrap items-start gap-3 border-l-2 border-rule-strong pl-4"
    >
      <TextField
        label={t`Day`}
        type="date"
        min={now.slice(0, 10)}
        value={day}
        onValue={setDay}
        error={isRefused && !day ? t`Choose a day.` : undefined}
      />
      <TextField
        label={t`Hour`}
        type="time"
        value={time}
        onValue={setTime}
        error={
          isRefused && !time
            ? t`Choose an hour.`
            : isRefused && isPast
              ? t`This time has passed.`
              : undefined
        }
      />
      <Button type="submit" busy={isPending} className="mt-6">
        <Trans>Remind me then</Trans>
      </Button>
    </form>
  )
}
