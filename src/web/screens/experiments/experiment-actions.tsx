import { Trans, useLingui } from '@lingui/react/macro'
import { Download } from 'lucide-react'
import { useState } from 'react'
import type { ExperimentView } from '#domain/experiments/api.ts'
import { api } from '#web/api/index.ts'
import { Button, Confirm, useToast } from '#web/ui/index.ts'
import { AddPostsSheet } from './add-posts-sheet.tsx'
import { useChange } from './queries.ts'

/** CSV for all; more posts and the conclusion while it runs. */
export function ExperimentActions({ experiment }: { experiment: ExperimentView }) {
  const [adding, setAdding] = useState(false)
  const [concluding, setConcluding] = useState(false)
  const { id, state } = experiment
  return (
    <>
      <a
        href={api.href(`/experiments/${id}/table.csv`)}
        download
        className="inline-flex h-8 items-center gap-2 rounded-md border border-rule-strong px-3 font-medium whitespace-nowrap hover:bg-sunken pointer-coarse:h-11"
      >
        <Download size={16} strokeWidth={1.5} aria-hidden />
        CSV
      </a>
      {state === 'running' && (
        <>
          <Button onClick={() => setAdding(true)}>
            <Trans>Add posts</Trans>
          </Button>
          <Button kind="solid" onClick={() => setConcluding(true)}>
            <Trans>Conclude</Trans>
          </Button>
        </>
      )}
      <AddPostsSheet experiment={experiment} open={adding} onClose={() => setAdding(false)} />
      <ConcludeQuestion
        experiment={experiment}
        open={concluding}
        onClose={() => setConcluding(false)}
      />
    </>
  )
}

interface QuestionProps {
  experiment: ExperimentView
  open: boolean
  onClose: () => void
}

/** The one step that cannot be undone: it is asked first. */
function ConcludeQuestion({ experiment: { id, sentence }, open, onClose }: QuestionProps) {
  const { t } = useLingui()
  const toast = useToast()
  const conclude = useChange(id, () => api.post<ExperimentView>(`/experiments/${id}/conclude`))
  const run = async () => {
    await conclude.mutateAsync(undefined)
    toast({ text: t`Concluded: the finding is kept.` })
  }
  return (
    <Confirm
      open={open}
      onClose={onClose}
      title={t`Conclude this comparison`}
      action={t`Conclude`}
      onConfirm={run}
    >
      <p>
        <Trans>This finding will be kept as it is, and no more posts will count:</Trans>
      </p>
      <p className="title-serif mt-3 text-lg">{sentence}</p>
    </Confirm>
  )
}
