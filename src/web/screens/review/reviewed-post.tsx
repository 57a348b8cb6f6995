import { Trans, useLingui } from '@lingui/react/macro'
import { MessageSquarePlus } from 'lucide-react'
import { useState } from 'react'
import type { ReviewedPost as Post } from '#domain/publishing/approvals/outside/api.ts'
import { Button, Mark, ProblemMessage, TextArea } from '#web/ui/index.ts'
import { focusNow } from '../approvals/focus-now.ts'
import { anchorOf, type Place } from '../approvals/anchor.ts'
import { CommentList } from '../approvals/comment-list.tsx'
import { DecideBar } from '../approvals/decide-bar.tsx'
import { useHour } from '../approvals/words.ts'
import { AccountProof } from './account-proof.tsx'
import { type Send, useSay } from './queries.ts'

interface ReviewedPostProps {
  post: Post
  send: Send
  /** How the reader calls themselves. */
  name: string
}

/** One post: when it leaves, what it says by each account, and what the reader says of it. */
export function ReviewedPost({ post, send, name }: ReviewedPostProps) {
  const { t } = useLingui()
  const hour = useHour()
  const say = useSay(send, post.postId)
  const [chosen, choose] = useState<(Place & { channelId: string }) | null>(null)
  const [asking, ask] = useState(false)
  const account = post.accounts.find(({ channelId }) => channelId === chosen?.channelId)
  const quote = chosen && account ? account.text.slice(chosen.start, chosen.end) : null
  const comment = (body: string, replyTo: string | null = null) => {
    const anchor = chosen && account && !replyTo ? anchorOf(account.text, chosen) : null
    const channelId = anchor && account?.ownText ? account.channelId : null
    return say.mutateAsync({ what: 'comments', body: { body, replyTo, channelId, anchor, name } })
  }
  const decide = (decision: 'approve' | 'changes', words = '') =>
    say.mutateAsync({
      what: 'decisions',
      body: { decision, comment: words, content: post.decision?.content ?? '', name },
    })
  const askForChanges = async (words: string) => {
    await decide('changes', words)
    if (quote) await comment(words)
    ask(false)
    choose(null)
  }
  return (
    <article aria-label={hour(post)} className="border-b border-rule py-6">
      <header className="mb-3 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="font-semibold">{hour(post)}</h2>
        <Verdict post={post} />
      </header>
      {post.embargo && (
        <p className="mb-3 text-sm text-wait">
          <Trans>
            Under embargo until {post.embargo.wallTime.replace('T', ' ')} ({post.embargo.timeZone})
          </Trans>
        </p>
      )}
      {alike(post.accounts).map((group) => (
        <AccountProof
          key={group[0]?.channelId}
          accounts={group}
          comments={post.comments}
          onChoose={(place) => choose(place && { ...place, channelId: group[0]?.channelId ?? '' })}
        />
      ))}
      {post.comments.length > 0 && (
        <div className="mt-4">
          <CommentList
            comments={post.comments}
            stands={(one) => one.at !== null}
            onReply={(replyTo, body) => void comment(body, replyTo)}
          />
        </div>
      )}
      {say.error && <ProblemMessage problem={say.error} className="mt-4" />}
      {isOpen(post) ? (
        <div className="mt-5">
          <DecideBar
            {...{ quote, asking, ask }}
            busy={say.isPending}
            onApprove={() => void decide('approve').catch(() => {})}
            onChanges={(words) => void askForChanges(words).catch(() => {})}
          />
        </div>
      ) : (
        <JustComment
          label={t`Comment`}
          quote={quote}
          send={(body) => comment(body).then(() => choose(null))}
        />
      )}
    </article>
  )
}

/** Something waits for this reader, or they may still change their mind. */
const isOpen = ({ decision }: Post) =>
  decision !== null &&
  (decision.state === 'open' || decision.state === 'changes') &&
  (decision.waits || decision.mine?.decision !== 'approve')

function Verdict({ post: { decision } }: { post: Post }) {
  const mine = decision?.mine
  if (!decision || (!mine && decision.state !== 'approved')) return null
  if (mine?.voided && mine.decision === 'approve') {
    return (
      <p className="text-sm text-wait">
        <Trans>It has changed since you approved it: please read it again.</Trans>
      </p>
    )
  }
  return (
    <p role="status" className="flex items-center gap-1.5 text-sm">
      <Mark status={mine?.decision === 'changes' ? 'in_review' : 'approved'} />
      {!mine ? (
        <Trans>It is approved.</Trans>
      ) : mine.decision === 'changes' ? (
        mine.voided ? (
          <Trans>It has changed since you asked: please read it again.</Trans>
        ) : (
          <Trans>You asked for changes. Thank you.</Trans>
        )
      ) : (
        <Trans>You approved it. Thank you.</Trans>
      )}
    </p>
  )
}

interface JustCommentProps {
  label: string
  quote: string | null
  send: (body: string) => Promise<unknown>
}

function JustComment({ label, quote, send }: JustCommentProps) {
  const [writing, write] = useState(false)
  const [body, setBody] = useState('')
  if (!writing) {
    return (
      <Button icon={MessageSquarePlus} className="mt-4 max-md:h-12" onClick={() => write(true)}>
        {label}
      </Button>
    )
  }
  return (
    <form
      className="mt-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!body.trim()) return
        void send(body.trim()).then(
          () => {
            setBody('')
            write(false)
          },
          () => {},
        )
      }}
    >
      {quote && (
        <p className="mb-1.5 text-sm text-ink-2">
          <Trans>
            About <q className="font-serif text-ink">{quote}</q>
          </Trans>
        </p>
      )}
      <TextArea
        autosize
        ref={focusNow}
        aria-label={label}
        value={body}
        onChange={(event) => setBody(event.target.value)}
      />
      <div className="mt-2 flex justify-end gap-2">
        <Button kind="quiet" onClick={() => write(false)}>
          <Trans>Cancel</Trans>
        </Button>
        <Button kind="solid" type="submit" disabled={!body.trim()}>
          {label}
        </Button>
      </div>
    </form>
  )
}

/** Accounts that say the same, read once. */
function alike(accounts: Post['accounts']): Post['accounts'][] {
  const bySaid = new Map<string, Post['accounts']>()
  for (const one of accounts) {
    const { text, images, thread, firstComment } = one
    const said = JSON.stringify([text, images, thread, firstComment])
    bySaid.set(said, [...(bySaid.get(said) ?? []), one])
  }
  return [...bySaid.values()]
}
