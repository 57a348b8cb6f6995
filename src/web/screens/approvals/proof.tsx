import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ChannelView } from '#domain/channels/api.ts'
import type { WaitingView } from '#domain/publishing/approvals/api.ts'
import type { CommentView } from '#domain/publishing/approvals/comments/api.ts'
import { useOpenComposer } from '#web/shell/index.ts'
import { Button, cx, Mark, NetworkStamp, ProblemMessage, useToast } from '#web/ui/index.ts'
import { anchorOf, type Place, placeIn } from './anchor.ts'
import { CommentList } from './comment-list.tsx'
import { DecideBar } from './decide-bar.tsx'
import { ProofText } from './proof-text.tsx'
import { useComment, useComments, useDecide, useResolve } from './queries.ts'
import { StepsList } from './steps-list.tsx'
import { useHour } from './words.ts'

interface ProofProps {
  waiting: WaitingView
  channels: ReadonlyMap<string, ChannelView>
  current: boolean
  asking: boolean
  ask: (asking: boolean) => void
  onApprove: () => void
}

/** A post to be read as it will leave, and what to say of it below. */
export function Proof({ waiting, channels, current, asking, ask, onApprove }: ProofProps) {
  const { t } = useLingui()
  const toast = useToast()
  const open = useOpenComposer()
  const hour = useHour()
  const decide = useDecide()
  const comments = useComments(waiting.postId)
  const comment = useComment(waiting.postId)
  const resolve = useResolve()
  const [chosen, choose] = useState<(Place & { version: number }) | null>(null)
  const { approval, versions, embargo } = waiting
  const about = chosen && versions[chosen.version]
  const quote = chosen && about ? about.text.slice(chosen.start, chosen.end) : null
  const list = comments.data ?? []

  // Awaited rather than called back: once it is decided, this post leaves the list and nobody calls back.
  const askForChanges = async (body: string) => {
    await decide.mutateAsync({ approval, decision: 'changes', comment: body })
    toast({ text: t`${approval.requestedBy.name} is told what to change.` })
    ask(false)
    if (!chosen || !about) return
    const channelId = about.own ? (about.channelIds[0] ?? null) : null
    await comment.mutateAsync({ body, channelId, anchor: anchorOf(about.text, chosen) })
  }
  const refuse = async () => {
    await decide.mutateAsync({ approval, decision: 'refuse' })
    toast({ text: t`Refused: it is a draft again.` })
  }
  return (
    <article
      data-proof={waiting.postId}
      tabIndex={-1}
      aria-label={t`Post by ${approval.requestedBy.name}`}
      aria-current={current || undefined}
      className={cx(
        'border-b border-rule py-5 outline-none md:pl-4',
        current && 'md:shadow-[inset_2px_0_var(--accent)]',
      )}
    >
      <header className="mb-3 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm text-ink-2">
        <Mark status="in_review" className="translate-y-px self-center" />
        <h3 className="font-semibold text-ink">{hour({ ...waiting, asap: approval.asap })}</h3>
        <span>
          <Trans>by {approval.requestedBy.name}</Trans>
        </span>
        <span className="flex-1" />
        <Button kind="quiet" size="sm" onClick={() => open({ postId: waiting.postId })}>
          <Trans>Open</Trans>
        </Button>
      </header>
      {embargo && (
        <p className="mb-2 text-sm text-wait">
          <Trans>
            Under embargo until {embargo.wallTime.replace('T', ' ')} ({embargo.timeZone})
          </Trans>
        </p>
      )}
      {versions.map((version, index) => (
        <Version
          key={version.channelIds.join()}
          {...{ version, channels, list }}
          isOnly={versions.length === 1}
          onChoose={(place) => choose(place && { ...place, version: index })}
        />
      ))}
      {list.length > 0 && (
        <div className="mt-3 max-w-prose">
          <CommentList
            comments={list}
            stands={(one) => one.at !== null}
            onReply={(replyTo, body) => comment.mutate({ replyTo, body })}
            onResolve={(id, resolved) => resolve.mutate({ id, resolved })}
          />
        </div>
      )}
      {approval.steps.length + approval.decisions.length > 1 && (
        <div className="mt-3 max-w-prose text-sm">
          <StepsList approval={approval} />
        </div>
      )}
      {decide.error && <ProblemMessage problem={decide.error} className="mt-3 max-w-prose" />}
      <div className="mt-4 max-w-prose">
        <DecideBar
          {...{ quote, asking, ask, onApprove }}
          keys
          busy={decide.isPending}
          onChanges={(body) => void askForChanges(body).catch(() => {})}
          onRefuse={() => void refuse().catch(() => {})}
        />
      </div>
    </article>
  )
}

interface VersionProps {
  version: WaitingView['versions'][number]
  channels: ReadonlyMap<string, ChannelView>
  list: readonly CommentView[]
  isOnly: boolean
  onChoose: (place: Place | null) => void
}

function Version({ version, channels, list, onChoose }: VersionProps) {
  const { text, own, channelIds, thread, firstComment, pictures } = version
  const marked = list.flatMap((one) => {
    const isHere = own ? channelIds.includes(one.channelId ?? '') : one.channelId === null
    const place = isHere && !one.resolvedAt && placeIn(text, one.quote, one.at)
    return place ? [place] : []
  })
  return (
    <div className="mb-3 max-w-prose">
      <ul className="mb-1.5 flex flex-wrap gap-x-3 gap-y-1 text-xs text-ink-2">
        {channelIds.map((id) => {
          const channel = channels.get(id)
          return (
            channel && (
              <li key={id} className="flex items-center gap-1.5">
                <NetworkStamp stamp={channel.stamp} name={channel.networkName} />
                {channel.handle}
              </li>
            )
          )
        })}
      </ul>
      <ProofText {...{ text, marked, onChoose }} className="text-lg leading-normal md:text-xl" />
      {thread.map((part, index) => (
        <p
          key={index}
          className="mt-2 border-l border-rule pl-3 font-serif text-lg whitespace-pre-wrap"
        >
          {part}
        </p>
      ))}
      {firstComment && (
        <p className="mt-2 text-sm text-ink-2">
          <Trans>
            First comment: <span className="font-serif text-ink">{firstComment}</span>
          </Trans>
        </p>
      )}
      {pictures.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-2">
          {pictures.map(({ thumbnailUrl, alt }) => (
            <li key={thumbnailUrl} className="max-w-full">
              <img src={thumbnailUrl} alt={alt} className="max-h-64 rounded-md" />
              {alt && <p className="mt-1 max-w-64 text-xs text-ink-3">{alt}</p>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
