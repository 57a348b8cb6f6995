import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApprovalView } from '#domain/publishing/approvals/api.ts'
import { api, useSession } from '#web/api/index.ts'
import { Button, Mark, ProblemMessage } from '#web/ui/index.ts'
import type { Work } from '../composer/use-composer.ts'
import { ComposerComments } from './composer-comments.tsx'
import { DecideBar } from './decide-bar.tsx'
import { EmbargoForm } from './embargo-form.tsx'
import { OutsideReviewers } from './outside-reviewers.tsx'
import { useApproval, useDecide } from './queries.ts'
import { StepsList } from './steps-list.tsx'
import { useWhom } from './words.ts'

/** In the margin of the composer: whom the post waits for, what they said, and what was remarked on its words. */
export default function ComposerApproval({ work }: { work: Work }) {
  const { t } = useLingui()
  const postId = work.kept.saved.postId
  const approval = useApproval(postId).data
  const isLive = approval && approval.state !== 'withdrawn'
  return (
    <section aria-label={t`Approval`} className="space-y-3 text-sm">
      {isLive ? <Request approval={approval} work={work} /> : <Forecast work={work} />}
      {postId && <ComposerComments postId={postId} work={work} />}
      {postId && !work.isLocked && <EmbargoForm work={work} />}
      {postId && !work.isLocked && <OutsideReviewers postId={postId} />}
    </section>
  )
}

/** Before it is submitted: whom it will wait for. */
function Forecast({ work }: { work: Work }) {
  const whom = useWhom()
  const { forecast } = work
  if (!forecast?.needed || work.isLocked) return null
  return (
    <div>
      <Heading />
      <ol className="divide-y divide-rule border-y border-rule">
        {forecast.steps.map((step, index) => (
          <li key={index} className="flex items-start gap-2 py-2">
            <Mark status="draft" className="mt-1" />
            <span>{whom(step)}</span>
          </li>
        ))}
      </ol>
      <p className="mt-1.5 text-ink-2">
        {forecast.rules.length > 0 ? (
          <Trans>
            Required by the rule “{forecast.rules.join(', ')}”. It does not go out until then.
          </Trans>
        ) : (
          <Trans>What you schedule is reviewed first. It does not go out until then.</Trans>
        )}
      </p>
    </div>
  )
}

function Heading() {
  return (
    <h3 className="mb-1.5 font-semibold">
      <Trans>Approval</Trans>
    </h3>
  )
}

function Request({ approval, work }: { approval: ApprovalView; work: Work }) {
  const decide = useDecide()
  const [asking, ask] = useState(false)
  const { user } = useSession()
  const isMine = approval.requestedBy.id === user.id
  return (
    <div>
      <Heading />
      <p className="mb-1.5 text-ink-2">
        <State approval={approval} />
      </p>
      <StepsList approval={approval} />
      {approval.mayDecide && work.kept.phase === 'clean' && (
        <div className="mt-3">
          <DecideBar
            {...{ asking, ask }}
            compact
            quote={null}
            busy={decide.isPending}
            onApprove={() => decide.mutate({ approval, decision: 'approve' })}
            onChanges={(comment) =>
              decide.mutate(
                { approval, decision: 'changes', comment },
                { onSuccess: () => ask(false) },
              )
            }
            onRefuse={() => decide.mutate({ approval, decision: 'refuse' })}
          />
        </div>
      )}
      {decide.error && <ProblemMessage problem={decide.error} className="mt-3" />}
      {isMine && approval.state === 'changes' && <Resubmit postId={approval.postId} />}
    </div>
  )
}

function State({ approval }: { approval: ApprovalView }) {
  const { name } = approval.requestedBy
  const last = approval.decisions.findLast(({ decision }) => decision !== 'approve')
  switch (approval.state) {
    case 'approved':
      return <Trans>Approved: it goes out on time.</Trans>
    case 'changes':
      return <Trans>{last?.by.name} asks for changes. An edit submits it again.</Trans>
    case 'refused':
      return <Trans>{last?.by.name} refused it: it is a draft again.</Trans>
    default:
      return approval.asap ? (
        <Trans>Submitted by {name}. It goes out as soon as it is approved.</Trans>
      ) : (
        <Trans>Submitted by {name}. It does not go out until it is approved.</Trans>
      )
  }
}

/** The author keeps the words and answers otherwise: it waits again for whoever asked. */
function Resubmit({ postId }: { postId: string }) {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    try {
      await api.post(`/posts/${postId}/approval/resubmit`)
      await client.invalidateQueries({ queryKey: ['approvals'] })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button size="sm" className="mt-2" busy={busy} onClick={() => void send()}>
      <Trans>Resubmit as is</Trans>
    </Button>
  )
}
