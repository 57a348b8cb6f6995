import { Trans, useLingui } from '@lingui/react/macro'
import type { CampaignView } from '#domain/publishing/campaigns/api.ts'

/** The brief, as one reads it aloud. */
export function Brief({ campaign }: { campaign: CampaignView }) {
  const { t } = useLingui()
  const { objective, audience, message, tone } = campaign
  const lines = [
    [t`Audience`, audience],
    [t`What it says`, message],
    [t`Tone of voice`, tone],
  ].filter(([, words]) => words)
  if (!objective && lines.length === 0) {
    return (
      <p className="max-w-prose border-t border-ink py-4 text-ink-2">
        <Trans>
          No brief yet. A few words on what it is for, who it speaks to and what it says help
          everyone who writes for it.
        </Trans>
      </p>
    )
  }
  return (
    <section aria-label={t`Brief`} className="max-w-2xl border-t border-ink pt-4 font-serif">
      {objective && <p className="text-xl leading-snug whitespace-pre-line">{objective}</p>}
      <dl className="mt-4 space-y-3 text-lg">
        {lines.map(([term, words]) => (
          <div key={term} className="gap-4 sm:grid sm:grid-cols-[9rem_minmax(0,1fr)]">
            <dt className="font-sans text-sm text-ink-3 sm:pt-0.5">{term}</dt>
            <dd className="whitespace-pre-line">{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
