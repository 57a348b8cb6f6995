import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { CaseSummary } from '#domain/cases/api.ts'
import { RelativeTime, useFormat } from '#web/ui/index.ts'
import { useCaseWords } from './words.ts'

/** What it is about, who is behind it, who has it and until when. */
export function CaseRow({ one }: { one: CaseSummary }) {
  const f = useFormat()
  const { kinds, states, titleOf } = useCaseWords()
  const { id, kind, state, person, assignedTo, dueOn, openedAt } = one
  const due = dueOn && f.longDay(dueOn)
  return (
    <li className="relative flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-rule py-3 pl-2">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex items-center gap-1.5 text-xs text-ink-2">
          <span className="font-medium text-ink">{kinds[kind]}</span>
          <span aria-hidden>·</span>
          <RelativeTime at={openedAt} />
          {person && (
            <>
              <span aria-hidden>·</span>
              <span className="truncate">{person.name || person.handle}</span>
            </>
          )}
        </p>
        <Link
          to="/cases/$caseId"
          params={{ caseId: id }}
          className="line-clamp-2 font-semibold after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {titleOf(one)}
        </Link>
      </div>
      <p className="text-sm text-ink-2 md:w-56 md:pr-2 md:text-right">
        <span className="block text-ink">{states[state]}</span>
        <span className="block">
          {assignedTo ? assignedTo.name : <Trans>Nobody assigned</Trans>}
        </span>
        {due && (
          <span className="block">
            <Trans>due {due}</Trans>
          </span>
        )}
      </p>
    </li>
  )
}
