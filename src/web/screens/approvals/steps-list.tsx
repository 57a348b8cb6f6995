import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ApprovalView } from '#domain/publishing/approvals/api.ts'
import { DateTime, Mark, type MarkStatus } from '#web/ui/index.ts'
import { useWhom } from './words.ts'

type Decision = ApprovalView['decisions'][number]

/** The steps in their order: who, whether they have agreed, and what they said. */
export function StepsList({ approval }: { approval: ApprovalView }) {
  const whom = useWhom()
  return (
    <ol className="divide-y divide-rule border-y border-rule">
      {approval.steps.map((step, index) => {
        const said = approval.decisions.filter((one) => one.step === index)
        return (
          <li key={index} className="py-2">
            <p className="flex items-start gap-2">
              <Mark status={markOf(approval, index)} className="mt-1" />
              <span className="min-w-0 flex-1 font-medium">{whom(step)}</span>
              {step.needed > 1 && (
                <span className="text-xs text-ink-3">
                  {step.approvals}/{step.needed}
                </span>
              )}
            </p>
            {step.state === 'open' && step.deadline && (
              <p className="pl-5 text-xs text-ink-2">
                <Trans>
                  Decide by <DateTime at={step.deadline} />
                </Trans>
              </p>
            )}
            {step.stuck && step.state !== 'done' && (
              <p className="pl-5 text-xs text-bad">
                <Plural
                  value={step.needed}
                  one="Nobody else can decide this step: ask an owner to change the rule."
                  other="This step needs # approvals, and fewer people can give one."
                />
              </p>
            )}
            <Said decisions={said} />
          </li>
        )
      })}
      <Opinions decisions={approval.decisions.filter((one) => one.step < 0)} />
    </ol>
  )
}

function markOf(approval: ApprovalView, index: number): MarkStatus {
  const step = approval.steps[index]
  if (step?.state === 'done') return 'approved'
  if (approval.state === 'refused') return 'failed'
  return step?.state === 'open' ? 'in_review' : 'draft'
}

function Opinions({ decisions }: { decisions: readonly Decision[] }) {
  if (decisions.length === 0) return null
  return (
    <li className="py-2">
      <p className="font-medium">
        <Trans>From outside</Trans>
      </p>
      <Said decisions={decisions} />
    </li>
  )
}

function Said({ decisions }: { decisions: readonly Decision[] }) {
  const { t } = useLingui()
  const verbs = {
    approve: t`approved`,
    changes: t`asked for changes`,
    refuse: t`refused`,
  }
  return (
    <ul className="pl-5 text-sm text-ink-2">
      {decisions.map(({ by, decision, comment, at, voidedFor }) => (
        <li key={`${by.id} ${at}`} className="mt-0.5">
          <span className={voidedFor.length > 0 && decision === 'approve' ? 'line-through' : ''}>
            {by.name} {verbs[decision]}
          </span>{' '}
          <span className="text-ink-3">
            <DateTime at={at} />
          </span>
          {voidedFor.length > 0 && decision === 'approve' && (
            <span className="block text-xs">
              <Trans>No longer valid: the text or the pictures changed</Trans>
            </span>
          )}
          {comment && <q className="block font-serif text-ink">{comment}</q>}
        </li>
      ))}
    </ul>
  )
}
