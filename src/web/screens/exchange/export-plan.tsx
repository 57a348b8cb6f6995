import { Trans, useLingui } from '@lingui/react/macro'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { download } from '#web/api/index.ts'
import { Button, TextField, useNow } from '#web/ui/index.ts'

const DAY = 86_400_000

/** The plan between two days, both included. */
export function ExportPlan() {
  const { t } = useLingui()
  const now = useNow()
  const [from, setFrom] = useState(() => dayOf(now - 30 * DAY))
  const [to, setTo] = useState(() => dayOf(now + 90 * DAY))
  const isOrdered = from !== '' && to !== '' && from <= to
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (isOrdered) download('/plan.csv', { from: startOf(from), to: startOf(to, DAY) })
      }}
    >
      <TextField label={t`From`} type="date" value={from} onValue={setFrom} className="w-40" />
      <TextField
        label={t`To`}
        type="date"
        value={to}
        onValue={setTo}
        className="w-40"
        error={isOrdered ? undefined : t`Choose a day after the first.`}
      />
      <Button type="submit" icon={Download} disabled={!isOrdered}>
        <Trans>Download (CSV)</Trans>
      </Button>
    </form>
  )
}

const dayOf = (at: number | Date) => new Date(at).toISOString().slice(0, 10)

/** Days of the reader's own clock: what they see in the calendar of their machine. */
const startOf = (day: string, more = 0) =>
  new Date(new Date(`${day}T00:00:00`).getTime() + more).toISOString()
