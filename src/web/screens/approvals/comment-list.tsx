import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Check, CornerDownRight, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { CommentView } from '#domain/publishing/approvals/comments/api.ts'
import { Button, IconButton, RelativeTime, TextArea } from '#web/ui/index.ts'
import { focusNow } from './focus-now.ts'

interface CommentListProps {
  comments: readonly CommentView[]
  /** Whether the words of a comment still stand in the text. */
  stands: (comment: CommentView) => boolean
  /** Shows the words in the text. */
  onShow?: (comment: CommentView) => void
  onReply: (replyTo: string, body: string) => void
  onResolve?: (id: string, resolved: boolean) => void
}

/** Threads of comments beside a text, open ones first to last, resolved ones folded. */
export function CommentList(props: CommentListProps) {
  const { comments } = props
  const threads = comments.filter(({ replyTo }) => replyTo === null)
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null)
  const resolved = threads.filter((one) => !open.includes(one))
  return (
    <>
      {open.length > 0 && (
        <ul className="divide-y divide-rule border-y border-rule">
          {open.map((head) => (
            <Thread key={head.id} head={head} {...props} />
          ))}
        </ul>
      )}
      {resolved.length > 0 && (
        <details className="mt-2 text-sm text-ink-2">
          <summary className="min-h-6 leading-6">
            <Plural value={resolved.length} one="# resolved thread" other="# resolved threads" />
          </summary>
          <ul className="divide-y divide-rule border-y border-rule">
            {resolved.map((head) => (
              <Thread key={head.id} head={head} {...props} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Thread({
  head,
  comments,
  stands,
  onShow,
  onReply,
  onResolve,
}: CommentListProps & { head: CommentView }) {
  const { t } = useLingui()
  const [answering, answer] = useState(false)
  const [body, write] = useState('')
  const answers = comments.filter(({ replyTo }) => replyTo === head.id)
  const quote = head.quote
  return (
    <li className="py-2.5 text-sm">
      {quote !== null &&
        (stands(head) && onShow ? (
          <button
            type="button"
            onClick={() => onShow(head)}
            className="mb-1 block max-w-full truncate border-l-2 border-wait pl-2 text-left font-serif text-ink-2 hover:text-ink"
          >
            {quote}
          </button>
        ) : (
          <p className="mb-1 truncate border-l-2 border-wait pl-2 font-serif text-ink-2">{quote}</p>
        ))}
      {quote !== null && !stands(head) && (
        <p className="mb-1 text-xs text-ink-3">
          <Trans>These words are no longer in the text</Trans>
        </p>
      )}
      {[head, ...answers].map((one) => (
        <Entry key={one.id} comment={one} isAnswer={one !== head} />
      ))}
      {answering ? (
        <form
          className="mt-1.5"
          onSubmit={(event) => {
            event.preventDefault()
            if (!body.trim()) return
            onReply(head.id, body.trim())
            write('')
            answer(false)
          }}
        >
          <TextArea
            autosize
            ref={focusNow}
            className="min-h-10!"
            aria-label={t({ message: `Reply to ${head.by.name}`, context: 'comment' })}
            value={body}
            onChange={(event) => write(event.target.value)}
          />
          <div className="mt-1 flex justify-end gap-1">
            <Button kind="quiet" size="sm" onClick={() => answer(false)}>
              <Trans>Cancel</Trans>
            </Button>
            <Button size="sm" type="submit" disabled={!body.trim()}>
              <Trans>Reply</Trans>
            </Button>
          </div>
        </form>
      ) : (
        <div className="mt-0.5 -ml-2 flex items-center">
          <Button kind="quiet" size="sm" onClick={() => answer(true)}>
            <Trans>Reply</Trans>
          </Button>
          {onResolve && (
            <IconButton
              size="sm"
              icon={head.resolvedAt ? Undo2 : Check}
              label={head.resolvedAt ? t`Reopen` : t({ message: 'Resolved', context: 'comment' })}
              onClick={() => onResolve(head.id, head.resolvedAt === null)}
            />
          )}
        </div>
      )}
    </li>
  )
}

function Entry({ comment, isAnswer }: { comment: CommentView; isAnswer: boolean }) {
  const { by, body, createdAt } = comment
  return (
    <div className={isAnswer ? 'mt-1 flex gap-1.5' : ''}>
      {isAnswer && (
        <CornerDownRight
          size={14}
          strokeWidth={1.5}
          aria-hidden
          className="mt-0.5 shrink-0 text-ink-3"
        />
      )}
      <p className="min-w-0">
        <span className="font-medium">{by.name}</span>{' '}
        <span className="text-xs text-ink-3">
          <RelativeTime at={createdAt} />
        </span>
        <span className="block whitespace-pre-wrap">{body}</span>
      </p>
    </div>
  )
}
