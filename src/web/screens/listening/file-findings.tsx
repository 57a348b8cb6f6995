import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { FilePreview } from '#domain/listening/mention-files/api.ts'
import { DateTime, useFormat } from '#web/ui/index.ts'

/** What a file becomes: how many rows of each kind, what is wrong line by line, and the first rows as understood. */
export function FileFindings({ preview }: { preview: FilePreview }) {
  const { total, ready, known, unmatched, repeated, wrong, problems } = preview
  const f = useFormat()
  return (
    <div className="space-y-4">
      <ul className="divide-y divide-rule border-y border-rule">
        <Count value={ready}>
          <Plural value={ready} one="new mention" other="new mentions" />
        </Count>
        <Count value={unmatched}>
          <Plural
            value={unmatched}
            one="not found by any query: left out"
            other="not found by any query: left out"
          />
        </Count>
        <Count value={known}>
          <Trans>already in your mentions</Trans>
        </Count>
        <Count value={repeated}>
          <Trans>the same page as another row</Trans>
        </Count>
        <Count value={wrong} isBad={wrong > 0}>
          <Plural value={wrong} one="cannot be read: left out" other="cannot be read: left out" />
        </Count>
        <li className="flex gap-2 py-1.5 text-ink-2">
          <span className="w-10 text-right tabular-nums">{f.number(total)}</span>
          <Plural value={total} one="row in the file" other="rows in the file" />
        </li>
      </ul>
      {problems.length > 0 && <Problems preview={preview} />}
      <Examples examples={preview.examples} />
    </div>
  )
}

interface CountProps {
  value: number
  isBad?: boolean
  children: React.ReactNode
}

function Count({ value, isBad = false, children }: CountProps) {
  const f = useFormat()
  if (value === 0) return null
  return (
    <li className={isBad ? 'flex gap-2 py-1.5 text-bad' : 'flex gap-2 py-1.5'}>
      <span className="w-10 text-right font-semibold tabular-nums">{f.number(value)}</span>
      <span>{children}</span>
    </li>
  )
}

function Problems({ preview: { problems, wrong, repeated } }: { preview: FilePreview }) {
  const { t } = useLingui()
  const more = wrong + repeated - problems.length
  return (
    <details>
      <summary className="min-h-6 leading-6 font-medium">{t`Line by line`}</summary>
      <ul
        // It scrolls, so it must be reachable by keyboard.
        tabIndex={0}
        aria-label={t`Line by line`}
        className="mt-1 max-h-48 overflow-y-auto rounded-md bg-sunken px-3 py-2 text-sm"
      >
        {problems.map(({ line, sentence }) => (
          <li key={line} className="py-0.5">
            <span className="font-semibold">
              <Trans>Line {line}</Trans>
            </span>{' '}
            {sentence}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="mt-1 text-xs text-ink-2">
          <Plural value={more} one="and # more" other="and # more" />
        </p>
      )}
    </details>
  )
}

const SHOWN = 5

function Examples({ examples }: Pick<FilePreview, 'examples'>) {
  if (examples.length === 0) return null
  return (
    <section aria-labelledby="file-examples">
      <h3 id="file-examples" className="mb-1 font-medium">
        <Trans>The first rows, as understood</Trans>
      </h3>
      <ul className="border-t border-rule">
        {examples.slice(0, SHOWN).map((row) => (
          <li key={row.line} className="border-b border-rule py-2">
            <p className="line-clamp-2">{row.title ?? row.text}</p>
            <p className="truncate text-xs text-ink-2">
              {row.author} · {row.source} · <DateTime at={row.at} style="date" />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
