import { Trans } from '@lingui/react/macro'
import { useWhom } from '../approvals/words.ts'
import { useRuleApproval } from './queries.ts'

/** Whom the posts of a rule will wait for, by the rule of the company that concerns them or without one. */
export function WhoApproves({ channelIds }: { channelIds: readonly string[] }) {
  const whom = useWhom()
  const { data } = useRuleApproval(channelIds)
  if (!data) return null
  const names = data.steps.map(whom)
  return (
    <div className="border-l-2 border-rule pl-4 text-sm" aria-live="polite">
      {names.length === 1 ? (
        <p>
          <Trans>They wait for {names[0]}.</Trans>
        </p>
      ) : (
        <>
          <p>
            <Trans>They wait for, in this order:</Trans>
          </p>
          <ol className="list-decimal pl-5">
            {names.map((name, index) => (
              <li key={index}>{name}</li>
            ))}
          </ol>
        </>
      )}
      <p className="text-ink-2">
        {data.rules.length > 0 ? (
          <Trans>Required by the rule “{data.rules.join(', ')}”.</Trans>
        ) : (
          <Trans>
            No approval rule covers these accounts: one approval by someone who can approve is
            enough.
          </Trans>
        )}
      </p>
    </div>
  )
}
