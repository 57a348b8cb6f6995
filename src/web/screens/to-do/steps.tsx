import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { TaskView } from '#domain/publishing/tasks/api.ts'
import { Checkbox } from '#web/ui/index.ts'
import { useSay } from './queries.ts'

/** What to do, in order; what is ticked stays so, on whichever screen it goes on. */
export function Steps({ task: { id, steps } }: { task: TaskView }) {
  const { t } = useLingui()
  const { mutate } = useSay(id)
  // Shown as ticked at once; the desk's word comes after.
  const [mine, setMine] = useState<readonly boolean[] | null>(null)
  const done = steps.map(({ isDone }, place) => mine?.[place] ?? isDone)
  const tick = (place: number, isDone: boolean) => {
    const next = done.map((was, at) => (at === place ? isDone : was))
    setMine(next)
    const ticked = next.flatMap((one, at) => (one ? [at] : []))
    mutate({ what: 'ticks', body: { ticked } }, { onError: () => setMine(null) })
  }
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{t`What there is to do`}</legend>
      <ol className="divide-y divide-rule border-y border-rule">
        {steps.map(({ text }, place) => (
          <li key={`${place} ${text}`}>
            <Checkbox
              className="py-2"
              label={<span className={done[place] ? 'text-ink-3 line-through' : ''}>{text}</span>}
              checked={done[place] ?? false}
              onChecked={(isDone) => tick(place, isDone)}
            />
          </li>
        ))}
      </ol>
    </fieldset>
  )
}
