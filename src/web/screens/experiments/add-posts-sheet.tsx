import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ExperimentView } from '#domain/experiments/api.ts'
import { api } from '#web/api/index.ts'
import { Button, ProblemMessage, Sheet } from '#web/ui/index.ts'
import { type Arms, PostPicker } from './post-picker.tsx'
import { useChange } from './queries.ts'

interface AddPostsSheetProps {
  experiment: ExperimentView
  open: boolean
  onClose: () => void
}

/** More posts for a comparison that runs; its rule stays as it was. */
export function AddPostsSheet({ experiment, open, onClose }: AddPostsSheetProps) {
  const { t } = useLingui()
  const [arms, setArms] = useState<Arms>({ a: [], b: [] })
  const { id, a, b } = experiment
  const add = useChange(id, (more: Arms) =>
    api.post<ExperimentView>(`/experiments/${id}/posts`, more),
  )
  const close = () => {
    setArms({ a: [], b: [] })
    add.reset()
    onClose()
  }
  const none = arms.a.length + arms.b.length === 0
  return (
    <Sheet
      open={open}
      onClose={close}
      title={t`Add posts`}
      width={560}
      footer={
        <Button
          kind="solid"
          disabled={none}
          busy={add.isPending}
          onClick={() => add.mutate(arms, { onSuccess: close })}
        >
          <Trans>Add to the comparison</Trans>
        </Button>
      }
    >
      {add.isError && <ProblemMessage problem={add.error} />}
      <PostPicker
        arms={arms}
        onArms={setArms}
        taken={[...a.posts, ...b.posts].map(({ postId }) => postId)}
      />
    </Sheet>
  )
}
