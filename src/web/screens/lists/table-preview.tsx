import { Plural, Trans } from '@lingui/react/macro'
import type { ListView } from '#domain/subscribers/api.ts'

/** What would happen, said before it does. */
export function TablePreview({ preview }: { preview: ListView }) {
  const { added, alreadyThere, leftBefore, problems, problemsInAll, sample } = preview
  return (
    <div role="status" className="space-y-3 border-t border-ink pt-3">
      <ul className="text-sm">
        <li>
          <Plural value={added} one="# person to add" other="# people to add" />
        </li>
        {alreadyThere > 0 && (
          <li>
            <Plural value={alreadyThere} one="# is there already" other="# are there already" />
          </li>
        )}
        {leftBefore > 0 && (
          <li>
            <Plural
              value={leftBefore}
              one="# has unsubscribed or cannot be reached, and is not added back"
              other="# have unsubscribed or cannot be reached, and are not added back"
            />
          </li>
        )}
      </ul>
      {sample.length > 0 && (
        <p className="text-sm text-ink-2">
          {sample
            .slice(0, 5)
            .map(({ address }) => address)
            .join(' · ')}
        </p>
      )}
      {problems.length > 0 && (
        <ul className="text-sm">
          {problems.map(({ line, sentence }) => (
            <li key={line}>
              <Trans>
                Line {line}: {sentence}
              </Trans>
            </li>
          ))}
        </ul>
      )}
      {problemsInAll > problems.length && (
        <p className="text-sm text-ink-3">
          <Trans>{problemsInAll} lines in total are left out.</Trans>
        </p>
      )}
    </div>
  )
}
