import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { VisitsView } from '#domain/analytics/by-hand/api.ts'
import type { ChannelView } from '#domain/channels/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import {
  Button,
  type Column,
  DataTable,
  NetworkStamp,
  ProblemMessage,
  QueryView,
  TextField,
  useFormat,
  useToast,
} from '#web/ui/index.ts'
import { addDays, wallTimeAt } from '../calendar/days.ts'
import { useVisits } from './queries.ts'

type Day = VisitsView['days'][number]

/** One place: its last thirty days, and a day to enter. */
export function Visits({ place }: { place: ChannelView }) {
  const { timeZone } = useCompany()
  const [today] = useState(() => wallTimeAt(new Date(), timeZone).slice(0, 10))
  const visits = useVisits(place.id, { from: addDays(today, -29), to: today })
  return (
    <section aria-labelledby={`place-${place.id}`}>
      <h3 id={`place-${place.id}`} className="mb-3 flex items-center gap-2 font-semibold">
        <NetworkStamp stamp={place.stamp} name={place.networkName} />
        {place.displayName}
      </h3>
      <Entry place={place} today={today} />
      <QueryView query={visits}>{(data) => <Days place={place} visits={data} />}</QueryView>
    </section>
  )
}

function Entry({ place: { id, displayName }, today }: { place: ChannelView; today: string }) {
  const { t } = useLingui()
  const f = useFormat()
  const toast = useToast()
  const client = useQueryClient()
  const [day, setDay] = useState(today)
  const [arrivals, setArrivals] = useState('')
  const [departures, setDepartures] = useState('')
  const [isRefused, refuse] = useState(false)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      api.put<VisitsView>(`/channels/${id}/visits`, {
        day,
        arrivals: Number(arrivals),
        departures: departures === '' ? null : Number(departures),
      }),
    onSuccess() {
      const on = f.longDay(day)
      toast({ text: t`Counted: ${displayName}, ${on}.` })
      setArrivals('')
      setDepartures('')
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['results'] }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (arrivals === '' || day === '') return refuse(true)
    mutate()
  }
  const digits = (value: string) => value.replace(/\D/g, '')
  return (
    <form noValidate onSubmit={submit} className="mb-4">
      <div className="flex flex-wrap items-start gap-3">
        <TextField label={t`Day`} type="date" max={today} value={day} onValue={setDay} />
        <TextField
          className="w-28"
          label={t`Check-ins`}
          inputMode="numeric"
          autoComplete="off"
          value={arrivals}
          onValue={(value) => {
            setArrivals(digits(value))
            refuse(false)
          }}
          error={isRefused ? t`Enter a number.` : undefined}
        />
        <TextField
          className="w-40"
          label={t`Check-outs`}
          optional
          inputMode="numeric"
          autoComplete="off"
          value={departures}
          onValue={(value) => setDepartures(digits(value))}
        />
        <Button type="submit" busy={isPending} className="mt-6">
          <Trans>Save this day</Trans>
        </Button>
      </div>
      {error && <ProblemMessage problem={error} className="mt-2" />}
    </form>
  )
}

function Days({ place: { displayName }, visits }: { place: ChannelView; visits: VisitsView }) {
  const { t } = useLingui()
  const f = useFormat()
  const columns: Column<Day>[] = [
    { key: 'day', label: t`Day`, cell: ({ day }) => f.longDay(day) },
    {
      key: 'arrivals',
      label: t`Check-ins`,
      align: 'end',
      cell: ({ arrivals }) => f.number(arrivals),
    },
    {
      key: 'departures',
      label: t`Check-outs`,
      align: 'end',
      cell: ({ departures }) => (departures === null ? '–' : f.number(departures)),
    },
    {
      key: 'source',
      label: t`Where it comes from`,
      hideOnPhone: true,
      cell: ({ source }) => <span className="text-sm text-ink-2">{source}</span>,
    },
  ]
  return (
    <DataTable
      caption={t`Check-ins at ${displayName}, last thirty days`}
      hideCaption
      columns={columns}
      rows={visits.days}
      rowKey={({ day }) => day}
      empty={<Trans>No day was counted in the last thirty.</Trans>}
    />
  )
}
