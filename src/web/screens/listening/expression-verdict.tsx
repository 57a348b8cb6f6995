import { Plural, Trans } from '@lingui/react/macro'
import { CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CheckedExpression } from '#domain/listening/api.ts'
import { cx } from '#web/ui/index.ts'

interface ExpressionVerdictProps {
  expression: string
  check: CheckedExpression | undefined
  checking: boolean
}

/** Under the field: the mistake in a sentence, or how the words are understood and what they would find. */
export function ExpressionVerdict({ expression, check, checking }: ExpressionVerdictProps) {
  return (
    <div aria-live="polite" aria-busy={checking} className="min-h-12 space-y-1.5 text-sm">
      {!check || expression.trim() === '' ? (
        <Line icon={Info}>
          <Trans>Capitals and accents do not matter: “chene” finds “Chêne”.</Trans>
        </Line>
      ) : check.error ? (
        <Line icon={TriangleAlert} className="font-medium text-bad">
          {check.error.sentence} <Place expression={expression} at={check.error.at} />
        </Line>
      ) : (
        <>
          {check.reading && (
            <Line icon={CircleCheck}>
              <Trans>
                Understood as <strong className="font-medium text-ink">{check.reading}</strong>
              </Trans>
            </Line>
          )}
          {check.notes.map((note) => (
            <Line key={`${note.code}${note.at.start}`} icon={Info} className="text-wait">
              {note.sentence}
            </Line>
          ))}
          <Preview preview={check.preview} />
        </>
      )}
    </div>
  )
}

function Place({ expression, at }: { expression: string; at: { start: number; end: number } }) {
  const words = expression.slice(at.start, Math.min(at.end, at.start + 40)).trim()
  return words === '' ? null : <code className="rounded-sm bg-bad-soft px-1">{words}</code>
}

function Preview({ preview }: { preview: CheckedExpression['preview'] }) {
  if (!preview || preview.looked === 0) return null
  const { looked, found, examples, terms } = preview
  return (
    <div className="pl-6 text-ink-2">
      <p>
        <Plural
          value={looked}
          one={<Trans>Finds {found} of the one item read lately.</Trans>}
          other={
            <Trans>
              Finds {found} of the last {looked} items read.
            </Trans>
          }
        />
      </p>
      <ul>
        {examples.map((example, index) => (
          <li key={index} className="truncate text-xs">
            {example}
          </li>
        ))}
      </ul>
      {found > 0 && terms.length > 0 && <Terms terms={terms} found={found} />}
    </div>
  )
}

type Preview = NonNullable<CheckedExpression['preview']>

/** What each word brings, the heaviest first: where to look when there is noise. */
function Terms({ terms, found }: Pick<Preview, 'terms' | 'found'>) {
  return (
    <details className="mt-1">
      <summary className="min-h-6">
        <Trans>What each word finds</Trans>
      </summary>
      <table className="w-full text-xs tabular-nums">
        <thead className="text-left">
          <tr>
            <th className="font-medium">
              <Trans>Word</Trans>
            </th>
            <th className="text-right font-medium">
              <Trans>In</Trans>
            </th>
            <th className="text-right font-medium">
              <Trans>On its own</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {terms.slice(0, 8).map((term) => (
            <tr key={term.written} className="border-t border-rule">
              <td className="max-w-40 truncate py-0.5">{term.written}</td>
              <td className="text-right">
                {term.found}/{found}
              </td>
              <td className="text-right">{term.alone}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

interface LineProps {
  icon: LucideIcon
  className?: string
  children: ReactNode
}

function Line({ icon: Icon, className = 'text-ink-2', children }: LineProps) {
  return (
    <p className={cx('flex gap-2', className)}>
      <Icon size={16} strokeWidth={1.5} aria-hidden className="mt-0.5 shrink-0" />
      <span className="min-w-0">{children}</span>
    </p>
  )
}
