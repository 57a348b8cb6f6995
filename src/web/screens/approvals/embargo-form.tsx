import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Hourglass } from 'lucide-react'
import { useState } from 'react'
import { api, useCompany } from '#web/api/index.ts'
import { Button, ProblemMessage, TextField, useForm } from '#web/ui/index.ts'
import type { Work } from '../composer/use-composer.ts'

/** Not before: an instant that no move and no "publish now" undercuts. */
export function EmbargoForm({ work }: { work: Work }) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  const { embargo } = work
  const save = useSaveEmbargo(work.kept.saved.postId)
  const [problem, setProblem] = useState<unknown>(null)
  const form = useForm({
    initial: { wallTime: embargo?.wallTime ?? `${work.when.date || work.today}T09:00` },
    send: async ({ wallTime }) => {
      await save(wallTime)
      setOpen(false)
    },
  })
  if (!open) {
    return (
      <div className="flex flex-wrap items-center gap-x-2">
        {embargo ? (
          <>
            <p className="flex-1">
              <Trans>Under embargo until {embargo.wallTime.replace('T', ' ')}</Trans>{' '}
              <span className="text-ink-3">({embargo.timeZone})</span>
            </p>
            <Button
              kind="quiet"
              size="sm"
              onClick={() => void save(null).then(() => setProblem(null), setProblem)}
            >
              <Trans>Lift</Trans>
            </Button>
          </>
        ) : (
          <Button
            kind="quiet"
            size="sm"
            icon={Hourglass}
            className="-ml-2 text-ink-2"
            onClick={() => setOpen(true)}
          >
            <Trans>Set an embargo…</Trans>
          </Button>
        )}
        {problem !== null && <ProblemMessage problem={problem} className="basis-full" />}
      </div>
    )
  }
  return (
    <form {...form.props} className="space-y-2">
      <TextField
        {...form.field('wallTime')}
        label={t`Not before`}
        type="datetime-local"
        hint={t`None of it goes out before then, even if it is moved.`}
      />
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      <div className="flex justify-end gap-1">
        <Button kind="quiet" size="sm" onClick={() => setOpen(false)}>
          <Trans>Cancel</Trans>
        </Button>
        <Button size="sm" type="submit" busy={form.busy}>
          <Trans>Set the embargo</Trans>
        </Button>
      </div>
    </form>
  )
}

function useSaveEmbargo(postId: string | null) {
  const client = useQueryClient()
  const { timeZone } = useCompany()
  return async (wallTime: string | null) => {
    const path = `/posts/${postId}/embargo`
    await (wallTime ? api.put(path, { wallTime, timeZone }) : api.delete(path))
    await client.invalidateQueries({ queryKey: ['posts'] })
  }
}
