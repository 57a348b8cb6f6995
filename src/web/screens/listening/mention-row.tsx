import { Trans, useLingui } from '@lingui/react/macro'
import { ArchiveX, ExternalLink, Undo2 } from 'lucide-react'
import { memo } from 'react'
import type { MentionView } from '#domain/listening/api.ts'
import { useMay } from '#web/api/index.ts'
import { useUrlState } from '#web/shell/url-state.ts'
import { cx, IconButton, NetworkStamp, OuterLink, RelativeTime } from '#web/ui/index.ts'
import { AnswerMention } from './answer-mention.tsx'
import { AssignMention, InCharge } from './assign-mention.tsx'
import { Highlighted } from './highlighted.tsx'
import { CasesOfMention, MakeCase } from './make-case.tsx'
import { MentionFold } from './mention-fold.tsx'
import { MentionReach } from './mention-reach.tsx'
import { MentionSignals } from './mention-signals.tsx'
import { useDismiss, useMarkSeen } from './mention-actions.ts'

interface MentionRowProps {
  mention: MentionView
  /** Reached by the keyboard. */
  current: boolean
}

/**
 * Three lines: who and where, what about, and the words that were found. Drawn again when it changes alone: it holds five
 * menus, and each step of the wheel moves the list.
 */
export const MentionRow = memo(function MentionRow({ mention, current }: MentionRowProps) {
  const { t } = useLingui()
  const may = useMay('listening:write')
  const markSeen = useMarkSeen()
  const dismiss = useDismiss()
  const [folded] = useUrlState('fold', 'yes')
  const { url, title, titleHighlights, excerpt, highlights, seen, dismissed, queries } = mention
  const { onlyTitle } = mention
  const who = mention.author?.name || mention.source.name
  const spread = (
    <>
      <InCharge mention={mention} />
      <CasesOfMention mention={mention} />
      <MentionReach mention={mention} />
      {mention.fold && folded !== 'no' && <MentionFold mention={mention} fold={mention.fold} />}
    </>
  )
  return (
    <article
      aria-label={who}
      data-mention={mention.id}
      tabIndex={-1}
      aria-current={current || undefined}
      className={cx(
        'flex gap-2 border-b border-rule py-3 pl-3 outline-none max-md:flex-col max-md:gap-1 max-md:pb-1',
        current && 'bg-sunken shadow-[inset_2px_0_var(--accent)]',
      )}
    >
      <div className="min-w-0 flex-1">
        <Origin mention={mention} />
        {title && (
          <p className={cx('truncate', seen ? 'font-medium' : 'font-semibold')}>
            <Highlighted text={title} places={titleHighlights} />
          </p>
        )}
        <p className={cx('max-w-prose text-ink-2', title ? 'line-clamp-1' : 'line-clamp-2')}>
          {onlyTitle ? (
            <Trans>Only the title was read</Trans>
          ) : (
            <Highlighted text={excerpt} places={highlights} />
          )}
        </p>
        {mention.signals ? (
          <MentionSignals mention={mention} signals={mention.signals}>
            {spread}
          </MentionSignals>
        ) : (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5 pt-0.5 text-xs text-ink-2">
            {spread}
          </div>
        )}
        <p className="sr-only">
          <Trans>Found by {queries.map((query) => query.name).join(', ')}</Trans>
        </p>
      </div>
      <div className="flex shrink-0 items-start max-md:-ml-3">
        <OuterLink
          url={url}
          onClick={() => void markSeen([mention], folded !== 'no')}
          aria-label={t`Open the original by ${who}`}
          title={t`Open the original`}
          className="grid size-8 place-items-center rounded-md hover:bg-sunken pointer-coarse:size-11"
        >
          <ExternalLink size={16} strokeWidth={1.5} aria-hidden />
        </OuterLink>
        <AnswerMention mention={mention} />
        <AssignMention mention={mention} />
        <MakeCase mention={mention} />
        {may && (
          <IconButton
            label={dismissed ? t`Restore` : t`Dismiss`}
            shortcut="E"
            icon={dismissed ? Undo2 : ArchiveX}
            onClick={() => void dismiss(mention, !dismissed, { alike: folded !== 'no' })}
          />
        )}
      </div>
    </article>
  )
})

function Origin({ mention }: { mention: MentionView }) {
  const { author, source, at, seen } = mention
  return (
    <p className="flex min-w-0 items-center gap-1.5 text-xs text-ink-2">
      <NetworkStamp stamp={source.stamp} name={source.networkName} />
      {author?.name && <AuthorName author={author} />}
      <bdi className="truncate max-md:hidden">{author?.handle || source.name}</bdi>
      {!author?.name && <bdi className="truncate md:hidden">{source.name}</bdi>}
      <span aria-hidden>·</span>
      <RelativeTime at={at} />
      {!seen && (
        <span className="ml-1 flex shrink-0 items-center gap-1 font-medium text-accent">
          <span aria-hidden className="size-1.5 rounded-full bg-accent" />
          <Trans context="mention">New</Trans>
        </span>
      )}
    </p>
  )
}

/** Whoever can be told from others is a filter as well. */
function AuthorName({ author: { key, name } }: { author: NonNullable<MentionView['author']> }) {
  const { t } = useLingui()
  const [, only] = useUrlState('author', '')
  if (!key) return <bdi className="truncate font-medium text-ink">{name}</bdi>
  return (
    <button
      type="button"
      title={t`Only the mentions of ${name}`}
      onClick={() => only(key)}
      className="truncate rounded-sm font-medium text-ink hover:underline min-h-6 pointer-coarse:min-h-11"
    >
      <bdi>{name}</bdi>
    </button>
  )
}
