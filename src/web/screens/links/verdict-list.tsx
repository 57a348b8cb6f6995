import { Trans } from '@lingui/react/macro'
import type { LinkDetail } from '#domain/links/api.ts'
import { useFormat } from '#web/ui/index.ts'
import { useVerdictWords, type Verdict, VERDICTS } from './verdict-words.ts'

/** How many requests were what, and why each was judged so. */
export function VerdictList({ link }: { link: LinkDetail }) {
  return (
    <section aria-labelledby="verdicts-title">
      <h2 id="verdicts-title" className="title-serif mb-2 text-xl">
        <Trans>Who opened it</Trans>
      </h2>
      <ul className="border-t border-ink">
        {VERDICTS.map((verdict) => (
          <OneVerdict key={verdict} verdict={verdict} link={link} />
        ))}
      </ul>
    </section>
  )
}

function OneVerdict({ verdict, link }: { verdict: Verdict; link: LinkDetail }) {
  const f = useFormat()
  const { name, meaning } = useVerdictWords()[verdict]
  const reasons = link.reasons.filter((reason) => reason.verdict === verdict)
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 border-b border-rule py-3 md:grid-cols-[9rem_minmax(0,1fr)_4rem]">
      <h3 className="font-semibold">{name}</h3>
      <p className="title-serif text-right text-xl tabular-nums md:order-last">
        {f.number(link.clicks[verdict])}
      </p>
      <div className="max-md:col-span-2">
        <p className="text-ink-2">{meaning}</p>
        {reasons.length > 0 && (
          <ul className="mt-1 space-y-1">
            {reasons.map(({ reason, sentence, count }) => (
              <li key={`${reason} ${sentence}`} className="flex items-baseline gap-3">
                <span className="w-7 shrink-0 text-ink-3 tabular-nums">{f.number(count)}</span>
                <span className="min-w-0">{sentence}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}
