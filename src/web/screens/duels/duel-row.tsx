import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { DuelView } from '#domain/duels/api.ts'
import { RelativeTime, Thumb } from '#web/ui/index.ts'

/** Two pictures, the question, and how far it has come. */
export function DuelRow({ duel }: { duel: DuelView }) {
  const { id, question, first, second, votes, closed, closesAt, sentences } = duel
  return (
    <li className="flex items-center gap-4 border-b border-rule py-3">
      <span className="flex shrink-0 gap-1" aria-hidden>
        <Thumb src={first.thumbnailUrl} alt="" size={56} />
        <Thumb src={second.thumbnailUrl} alt="" size={56} />
      </span>
      <div className="min-w-0 flex-1">
        <Link
          to="/duels/$duelId"
          params={{ duelId: id }}
          className="title-serif inline-flex min-h-6 items-center text-lg underline-offset-2 hover:underline"
        >
          {question}
        </Link>
        <p className="text-sm text-ink-2">
          {closed ? (
            sentences[0]
          ) : (
            <>
              <Plural
                value={votes.first + votes.second}
                _0="no answer yet"
                one="# answer"
                other="# answers"
              />
              {' · '}
              <Trans>
                closes <RelativeTime at={closesAt} />
              </Trans>
            </>
          )}
        </p>
      </div>
    </li>
  )
}
