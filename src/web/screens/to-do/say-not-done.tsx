import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { TaskView } from '#domain/publishing/tasks/api.ts'
import { Button, TextAreaField, useToast } from '#web/ui/index.ts'
import { useSay, useUndo } from './queries.ts'

/** "Not done", and why: whoever wrote the post reads it. */
export function SayNotDone({ task }: { task: TaskView }) {
  const { t } = useLingui()
  const toast = useToast()
  const undo = useUndo()
  const [reason, setReason] = useState('')
  const [isRefused, refuse] = useState(false)
  const { mutate, isPending } = useSay(task.id)
  const { name } = task.account
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') return refuse(true)
    mutate(
      { what: 'not-done', body: { reason } },
      { onSuccess: () => toast({ text: t`Not done: ${name}.`, undo: () => undo(task.id) }) },
    )
  }
  return (
    <form
      noValidate
      onSubmit={submit}
      className="mt-4 space-y-3 border-l-2 border-rule-strong pl-4"
    >
      <TextAreaField
        label={t`Why it was not done`}
        autosize
        maxLength={500}
        value={reason}
        onValue={(value) => {
          setReason(value)
          refuse(false)
        }}
        error={isRefused ? t`Say in a word why.` : undefined}
      />
      <Button type="submit" busy={isPending}>
        <Trans>Say that it was not done</Trans>
      </Button>
    </form>
  )
}
