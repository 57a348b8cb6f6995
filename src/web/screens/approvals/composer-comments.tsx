import { Trans, useLingui } from '@lingui/react/macro'
import { MessageSquarePlus } from 'lucide-react'
import { useState } from 'react'
import type { CommentView } from '#domain/publishing/approvals/comments/api.ts'
import { Button, ProblemMessage, TextArea } from '#web/ui/index.ts'
import { focusNow } from './focus-now.ts'
import { textFor } from '../composer/draft.ts'
import type { Work } from '../composer/use-composer.ts'
import { anchorOf, placeIn } from './anchor.ts'
import { CommentList } from './comment-list.tsx'
import { useComment, useComments, useResolve } from './queries.ts'

/** Marginalia: remarks on the words, each showing them in the text. */
export function ComposerComments({ postId, work }: { postId: string; work: Work }) {
  const { data: comments = [] } = useComments(postId)
  const comment = useComment(postId)
  const resolve = useResolve()
  const textOf = ({ channelId }: { channelId: string | null }) =>
    channelId ? textFor(work.draft, channelId) : work.draft.text
  const placeOf = (one: CommentView) => placeIn(textOf(one), one.quote, one.at)
  return (
    <div>
      {comments.length > 0 && (
        <h3 className="mb-1.5 font-semibold">
          <Trans>Comments</Trans>
        </h3>
      )}
      <CommentList
        comments={comments}
        stands={(one) => placeOf(one) !== null}
        onShow={(one) => {
          const place = placeOf(one)
          if (place && one.channelId === null) work.showPlace(place)
        }}
        onReply={(replyTo, body) => comment.mutate({ replyTo, body })}
        onResolve={(id, resolved) => resolve.mutate({ id, resolved })}
      />
      <NewComment
        work={work}
        busy={comment.isPending}
        send={(body, done) => {
          const { chosen } = work.selection
          const anchor = chosen && anchorOf(work.draft.text, chosen)
          comment.mutate({ body, anchor }, { onSuccess: done })
        }}
      />
      {comment.error && <ProblemMessage problem={comment.error} className="mt-2" />}
    </div>
  )
}

interface NewCommentProps {
  work: Work
  busy: boolean
  send: (body: string, done: () => void) => void
}

function NewComment({ work, busy, send }: NewCommentProps) {
  const { t } = useLingui()
  const [writing, write] = useState(false)
  const [body, setBody] = useState('')
  const { chosen } = work.selection
  const quote = chosen ? work.draft.text.slice(chosen.start, chosen.end) : ''
  if (!writing) {
    return (
      <Button
        kind="quiet"
        size="sm"
        icon={MessageSquarePlus}
        className="mt-1 -ml-2 text-ink-2"
        onClick={() => write(true)}
      >
        {chosen ? <Trans>Comment on these words</Trans> : <Trans>Comment</Trans>}
      </Button>
    )
  }
  return (
    <form
      className="mt-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (!body.trim()) return
        send(body.trim(), () => {
          setBody('')
          write(false)
        })
      }}
    >
      {quote && (
        <p className="mb-1 truncate border-l-2 border-wait pl-2 font-serif text-ink-2">{quote}</p>
      )}
      <TextArea
        autosize
        ref={focusNow}
        aria-label={t`Comment`}
        placeholder={t`A comment for whoever works on it. Select words in the text to point at them.`}
        value={body}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          write(false)
        }}
      />
      <div className="mt-1 flex justify-end gap-1">
        <Button kind="quiet" size="sm" onClick={() => write(false)}>
          <Trans>Cancel</Trans>
        </Button>
        <Button size="sm" type="submit" busy={busy} disabled={!body.trim()}>
          <Trans>Comment</Trans>
        </Button>
      </div>
    </form>
  )
}
