import { Link } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import type { AuditEntryView } from '#domain/governance/audit/api.ts'
import { DateTime } from '#web/ui/index.ts'

/** One line: what happened, when, and the way to it. */
export function Entry({ one: { sentence, at, subject, seq } }: { one: AuditEntryView }) {
  const [kind, id = ''] = subject.split(':')
  return (
    <li className="flex gap-x-4 border-b border-rule py-2 max-md:flex-col">
      <span className="shrink-0 text-sm text-ink-3 md:w-44">
        <DateTime at={at} />
      </span>
      <span className="min-w-0 flex-1">
        {sentence}{' '}
        {kind === 'post' && (
          <Link
            to="."
            search={(before: Record<string, unknown>) => ({ ...before, compose: id })}
            className="text-ink-2 underline underline-offset-2"
          >
            <Trans>See the post</Trans>
          </Link>
        )}
      </span>
      <span className="text-xs text-ink-3 tabular-nums max-md:hidden">{seq}</span>
    </li>
  )
}
