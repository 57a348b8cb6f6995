import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { TaskView } from '#domain/publishing/tasks/api.ts'
import { Button } from '#web/ui/index.ts'
import { SayDone } from './say-done.tsx'
import { SayLater } from './say-later.tsx'
import { SayNotDone } from './say-not-done.tsx'

type Part = 'done' | 'later' | 'not-done'

/** The three things a person may say of a task; each opens what it needs, right below. */
export function Answer({ task }: { task: TaskView }) {
  const [part, choose] = useState<Part | null>(null)
  const toggle = (one: Part) => choose(part === one ? null : one)
  return (
    <div>
      <div className="flex flex-wrap gap-2">
        <Button kind="solid" aria-expanded={part === 'done'} onClick={() => toggle('done')}>
          <Trans>Mark as done</Trans>
        </Button>
        <Button aria-expanded={part === 'later'} onClick={() => toggle('later')}>
          <Trans>Later</Trans>
        </Button>
        <Button aria-expanded={part === 'not-done'} onClick={() => toggle('not-done')}>
          <Trans>Not done</Trans>
        </Button>
      </div>
      {part === 'done' && <SayDone task={task} />}
      {part === 'later' && <SayLater task={task} />}
      {part === 'not-done' && <SayNotDone task={task} />}
    </div>
  )
}
