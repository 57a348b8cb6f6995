import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { HandFigures } from '#domain/analytics/by-hand/api.ts'
import { api } from '#web/api/index.ts'
import { Button, ProblemMessage, QueryView, TextField, useFormat, useToast } from '#web/ui/index.ts'
import { useCountNames } from './count-names.ts'
import { useFigures } from './queries.ts'

/** Totals of a post as of a day, and those entered before, each with who entered it. */
export function EnterFigures({ deliveryId }: { deliveryId: string }) {
  const figures = useFigures(deliveryId)
  return (
    <div className="mt-3 border-l-2 border-rule-strong pl-4">
      <QueryView query={figures}>
        {(data) => (
          <>
            <Entry key={data.to} deliveryId={deliveryId} figures={data} />
            <Entered figures={data} />
          </>
        )}
      </QueryView>
    </div>
  )
}

function Entry({ deliveryId, figures }: { deliveryId: string; figures: HandFigures }) {
  const { t } = useLingui()
  const names = useCountNames()
  const toast = useToast()
  const client = useQueryClient()
  const [day, setDay] = useState(figures.to)
  const [values, setValues] = useState<Record<string, string>>({})
  const { mutate, isPending, error } = useMutation({
    mutationFn: (counts: Record<string, number>) =>
      api.put<HandFigures>(`/deliveries/${deliveryId}/figures`, { day, counts }),
    onSuccess() {
      setValues({})
      toast({ text: t`Figures saved.` })
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['results'] }),
  })
  const counts = Object.fromEntries(
    Object.entries(values).flatMap(([metric, value]) =>
      /^\d+$/.test(value) ? [[metric, Number(value)]] : [],
    ),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (Object.keys(counts).length > 0) mutate(counts)
  }
  return (
    <form noValidate onSubmit={submit} className="space-y-3">
      <p className="text-sm text-ink-2">
        <Trans>Totals since it was published, as you see them there.</Trans>
      </p>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        <TextField
          className="max-sm:col-span-2"
          label={t`As of`}
          type="date"
          min={figures.from}
          max={figures.to}
          value={day}
          onValue={setDay}
        />
        {figures.counts.map((metric) => (
          <TextField
            key={metric}
            label={names[metric]}
            inputMode="numeric"
            autoComplete="off"
            value={values[metric] ?? ''}
            onValue={(value) => setValues({ ...values, [metric]: value.replace(/\D/g, '') })}
          />
        ))}
      </div>
      {error && <ProblemMessage problem={error} />}
      <Button type="submit" busy={isPending} disabled={Object.keys(counts).length === 0}>
        <Trans>Save these figures</Trans>
      </Button>
    </form>
  )
}

function Entered({ figures: { days } }: { figures: HandFigures }) {
  const f = useFormat()
  const names = useCountNames()
  if (days.length === 0) return null
  return (
    <ul className="mt-4 divide-y divide-rule border-t border-rule text-sm">
      {days.map(({ day, counts, source }) => (
        <li key={day} className="py-2">
          <p>
            <span className="font-medium">{f.longDay(day)}</span>
            {' · '}
            {Object.entries(counts)
              .map(([metric, value]) => `${names[metric as keyof typeof names]} ${f.number(value)}`)
              .join(' · ')}
          </p>
          <p className="text-xs text-ink-3">{source}</p>
        </li>
      ))}
    </ul>
  )
}
