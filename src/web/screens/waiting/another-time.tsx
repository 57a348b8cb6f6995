import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { WaitingItem } from '#domain/publishing/waiting/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import { wallTimeAt } from '../calendar/days.ts'
import { Button, TextField, useFormat, useProblemWords, useToast } from '#web/ui/index.ts'

/** A new day and hour for a post whose own has passed. */
export function AnotherTime({ item, close }: { item: WaitingItem; close: () => void }) {
  const { t } = useLingui()
  const { timeZone } = useCompany()
  const [now] = useState(() => wallTimeAt(new Date(), timeZone))
  const [day, setDay] = useState(now.slice(0, 10))
  const [time, setTime] = useState('')
  const [isRefused, refuse] = useState(false)
  const { send, busy } = useSend(item, timeZone, close)
  const to = `${day}T${time}`
  const isPast = Boolean(day && time) && to < now
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!day || !time || isPast) return refuse(true)
    send(to)
  }
  return (
    <form noValidate onSubmit={submit} className="mt-2.5 flex flex-wrap items-start gap-2">
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
      <Button type="submit" kind="solid" busy={busy} className="mt-6">
        <Trans>Move it there</Trans>
      </Button>
    </form>
  )
}

function useSend({ postId, version }: WaitingItem, timeZone: string, close: () => void) {
  const { t } = useLingui()
  const f = useFormat()
  const client = useQueryClient()
  const toast = useToast()
  const words = useProblemWords()
  const { mutate, isPending } = useMutation({
    mutationFn: (wallTime: string) =>
      api.post(`/posts/${postId}/schedule`, { wallTime, timeZone, version }),
    onSuccess(_post, wallTime) {
      const [day, hour] = [f.longDay(wallTime.slice(0, 10)), wallTime.slice(11)]
      toast({ text: t`Goes out ${day}, ${hour}.` })
      close()
    },
    onError(problem) {
      const { title, detail } = words(problem)
      toast({ kind: 'bad', text: `${title}. ${detail}` })
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['posts'] }),
  })
  return { send: mutate, busy: isPending }
}
