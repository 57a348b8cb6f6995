import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { CaseView } from '#domain/cases/api.ts'
import { NetworkStamp, OuterLink, RelativeTime } from '#web/ui/index.ts'
import { AnswerMention } from '../listening/answer-mention.tsx'

/** What was said, each to be answered from here; and the way to what else its author said. */
export function HeldMentions({ one: { held, mentions } }: { one: CaseView }) {
  const gone = mentions - held.length
  return (
    <section className="max-w-2xl">
      <h2 className="title-serif text-xl">
        <Trans context="in a case">What was said</Trans>
      </h2>
      <ul className="border-t border-ink">
        {held.map((mention) => (
          <li key={mention.id} className="flex gap-2 border-b border-rule py-3">
            <Said mention={mention} />
            <AnswerMention mention={mention} inWords />
          </li>
        ))}
      </ul>
      {gone > 0 && (
        <p className="pt-2 text-sm text-ink-2">
          <Plural
            value={gone}
            one="# post is no longer kept."
            other="# posts are no longer kept."
          />
        </p>
      )}
      <Elsewhere held={held} />
    </section>
  )
}

function Said({ mention }: { mention: CaseView['held'][number] }) {
  const { source, author, at, title, excerpt, url } = mention
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-center gap-1.5 text-xs text-ink-2">
        <NetworkStamp stamp={source.stamp} name={source.networkName} />
        <bdi className="font-medium text-ink">{author?.name || source.name}</bdi>
        <span aria-hidden>·</span>
        <RelativeTime at={at} />
      </p>
      {title && <p className="font-semibold">{title}</p>}
      <p className="max-w-prose">{excerpt}</p>
      <OuterLink url={url} className="text-sm text-accent underline">
        <Trans>Open the original</Trans>
      </OuterLink>
    </div>
  )
}

/** Of one author: all they said. Of several, or of nobody known: the stream. */
function Elsewhere({ held }: Pick<CaseView, 'held'>) {
  const [key, ...others] = new Set(held.map(({ author }) => author?.key ?? null))
  const one = others.length === 0 ? key : null
  return (
    <p className="pt-2 text-sm">
      <Link
        to="/listening"
        search={one ? { author: one, fold: 'no' } : {}}
        className="text-accent underline"
      >
        {one ? <Trans>Everything this person said</Trans> : <Trans>See the mentions</Trans>}
      </Link>
    </p>
  )
}
