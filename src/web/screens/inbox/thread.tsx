import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import type { ConversationView, MessageView } from '#domain/inbox/api.ts'
import { cx, DateTime, Mark, type MarkStatus } from '#web/ui/index.ts'
import { ReplyTrouble } from './reply-trouble.tsx'

/** What was said, oldest first; our own words on the right, with where they stand. */
export function Thread({ view }: { view: ConversationView }) {
  const { t } = useLingui()
  const end = useRef<HTMLLIElement>(null)
  const count = view.thread.length
  useEffect(() => {
    // Browsers answer a promise, which React would take for a clean-up.
    end.current?.scrollIntoView({ block: 'end' })
  }, [count])
  return (
    <div
      className="min-h-0 flex-1 overflow-y-auto px-4 py-4 md:px-6"
      tabIndex={0}
      role="group"
      aria-label={t`What was said`}
    >
      {view.post && <OurPost post={view.post} />}
      <ol className="space-y-4">
        {view.thread.map((message) => (
          <Message key={message.id} conversationId={view.id} message={message} />
        ))}
        <li ref={end} aria-hidden />
      </ol>
    </div>
  )
}

function OurPost({ post }: { post: NonNullable<ConversationView['post']> }) {
  return (
    <blockquote className="mb-5 max-w-prose border-l-2 border-rule-strong pl-3 text-ink-2">
      <p className="mb-0.5 text-xs text-ink-3">
        {post.url ? (
          <a href={post.url} target="_blank" rel="noreferrer" className="hover:underline">
            <Trans>About our post</Trans>
          </a>
        ) : (
          <Trans>About our post</Trans>
        )}
      </p>
      <p className="line-clamp-3 whitespace-pre-wrap">{post.text}</p>
    </blockquote>
  )
}

function Message({ conversationId, message }: { conversationId: string; message: MessageView }) {
  const ours = message.direction === 'out'
  return (
    <li className={cx('flex flex-col', ours ? 'items-end' : 'items-start')}>
      <div
        className={cx(
          'max-w-[min(34rem,88%)] rounded-lg px-3 py-2 font-serif text-lg leading-snug break-words whitespace-pre-wrap',
          ours ? 'bg-accent-soft' : 'border border-rule bg-sheet',
        )}
      >
        {message.forgotten ? (
          <Forgotten hours={message.forgottenAfterHours} url={message.url} />
        ) : (
          message.text
        )}
      </div>
      <p className="mt-1 flex flex-wrap items-center gap-x-2 text-xs text-ink-3">
        <span>{message.author}</span>
        {message.url ? (
          <a href={message.url} target="_blank" rel="noreferrer" className="hover:underline">
            <DateTime at={message.at} style="both" />
          </a>
        ) : (
          <DateTime at={message.at} style="both" />
        )}
        {message.delivery && <Mark status={markOf(message.delivery.state)} label />}
      </p>
      {message.delivery && (
        <ReplyTrouble conversationId={conversationId} delivery={message.delivery} />
      )}
    </li>
  )
}

function Forgotten({ hours, url }: { hours: number | null; url: string | null }) {
  if (hours === null) {
    return (
      <span className="font-sans text-sm text-ink-2 italic">
        <Trans>No longer kept: its time ran out, or its author deleted it.</Trans>
      </span>
    )
  }
  return (
    <span className="font-sans text-sm text-ink-2 italic">
      <Trans>The network only lets this be kept for {hours} hours.</Trans>{' '}
      {url && (
        <a href={url} target="_blank" rel="noreferrer" className="underline">
          <Trans>Read it there</Trans>
        </a>
      )}
    </span>
  )
}

function markOf(state: NonNullable<MessageView['delivery']>['state']): MarkStatus {
  return state === 'planned' ? 'sending' : state
}
