import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { Button, Dialog, TextField, useFormat } from '#web/ui/index.ts'
import type { Placed } from './arrange.ts'
import { useCalendarDesk } from './calendar-desk.ts'
import { dayOf, timeOf } from './days.ts'

interface MoveDialogProps {
  placed: Placed
  /** What the company's clock shows. */
  now: string
  close: () => void
}

/** Another date and time for a post, by hand. */
export default function MoveDialog({ placed, now, close }: MoveDialogProps) {
  const { t } = useLingui()
  const f = useFormat()
  const { move } = useCalendarDesk()
  const [day, setDay] = useState(dayOf(placed.wallTime))
  const [time, setTime] = useState(timeOf(placed.wallTime))
  const [isRefused, refuse] = useState(false)
  const to = `${day}T${time}`
  const isPast = to < now
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!day || !time || isPast) return refuse(true)
    close()
    if (to !== placed.wallTime) move(placed, to)
  }
  return (
    <Dialog
      open
      onClose={close}
      size="sm"
      title={<Trans>Move to</Trans>}
      description={<span className="line-clamp-2">{placed.post.excerpt}</span>}
    >
      <form onSubmit={submit} noValidate className="flex flex-wrap items-start gap-3">
        <TextField
          className="flex-1"
          label={t`Day`}
          type="date"
          min={dayOf(now)}
          value={day}
          onValue={setDay}
          error={
            isRefused && !day
              ? t`Choose a day.`
              : isRefused && isPast
                ? t`This time has passed.`
                : undefined
          }
        />
        <TextField
          className="w-32"
          label={f.zoneNote ? t`Hour (${f.zoneNote})` : t`Hour`}
          type="time"
          value={time}
          onValue={setTime}
          error={isRefused && !time ? t`Choose an hour.` : undefined}
        />
        <div className="flex w-full justify-end gap-2 pt-2">
          <Button onClick={close}>
            <Trans>Cancel</Trans>
          </Button>
          <Button kind="solid" type="submit">
            <Trans>Move</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
