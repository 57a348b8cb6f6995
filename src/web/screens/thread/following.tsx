import { Trans, useLingui } from '@lingui/react/macro'
import { ListPlus, MessageSquareText, Vote, X } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import type { ChannelView } from '#domain/channels/api.ts'
import type { CheckView } from '#domain/publishing/api.ts'
import { Button, IconButton, TextAreaField } from '#web/ui/index.ts'
import type { Draft } from '../composer/draft.ts'
import { Counts } from './counts.tsx'
import { PollFields } from './poll-fields.tsx'

interface FollowingProps {
  draft: Draft
  write: (change: (draft: Draft) => Draft) => void
  /** What the desk last told, by account: lengths and what would be refused. */
  checked: CheckView['channels']
  channels: ReadonlyMap<string, ChannelView>
  disabled: boolean
}

const MOST_PARTS = 24

/** What leaves after the text: further parts, a first comment, a poll. Each opens on demand. */
export default function Following({ draft, write, checked, channels, disabled }: FollowingProps) {
  const { t } = useLingui()
  const { thread, firstComment, poll } = draft
  const commentId = useId()
  const hasComment = firstComment !== ''
  const box = useRef<HTMLDivElement>(null)
  const added = useRef<Piece | null>(null)
  // One goes on typing in what one just added, not on the button that added it.
  useEffect(() => {
    if (!added.current) return
    const pieces = box.current?.querySelectorAll(`[data-piece=${added.current}]`) ?? []
    added.current = null
    ;[...pieces].at(-1)?.querySelector<HTMLElement>('textarea, input')?.focus()
  })
  const add = (piece: Piece, change: (draft: Draft) => Draft) => {
    added.current = piece
    write(change)
  }
  const setPart = (at: number, text: string) =>
    write((was) => ({
      ...was,
      thread: was.thread.map((part, i) => (i === at ? { ...part, text } : part)),
    }))
  const counts = (field: string) => <Counts field={field} checked={checked} channels={channels} />
  return (
    <div ref={box} className="space-y-3 pb-2 empty:hidden">
      {thread.map((part, i) => {
        const place = i + 2
        return (
          <div
            key={i}
            data-piece="part"
            className="flex items-start gap-2 border-l-2 border-rule pl-3"
          >
            <div className="min-w-0 flex-1">
              <TextAreaField
                label={t`Part ${place} of the thread`}
                value={part.text}
                onValue={(text) => setPart(i, text)}
                readOnly={disabled}
                autosize
                maxLength={20_000}
              />
              {counts(`thread/${i}`)}
            </div>
            {!disabled && (
              <IconButton
                label={t`Remove part ${place}`}
                icon={X}
                onClick={() =>
                  write((was) => ({ ...was, thread: was.thread.filter((_, at) => at !== i) }))
                }
              />
            )}
          </div>
        )
      })}
      {hasComment && (
        <div data-piece="comment" className="flex items-start gap-2 border-l-2 border-rule pl-3">
          <div className="min-w-0 flex-1">
            <TextAreaField
              id={commentId}
              label={t`First comment`}
              hint={t`Posted as a comment by the same account as soon as the post is out.`}
              value={firstComment.trimStart()}
              // A blank keeps the field open while it is empty.
              onValue={(text) => write((was) => ({ ...was, firstComment: text || ' ' }))}
              readOnly={disabled}
              autosize
              maxLength={20_000}
            />
            {counts('firstComment')}
          </div>
          {!disabled && (
            <IconButton
              label={t`Remove the first comment`}
              icon={X}
              onClick={() => write((was) => ({ ...was, firstComment: '' }))}
            />
          )}
        </div>
      )}
      {poll && (
        <div data-piece="poll">
          <PollFields poll={poll} write={write} disabled={disabled} />
        </div>
      )}
      {!disabled && (
        <div className="-ml-2 flex flex-wrap gap-1">
          {thread.length < MOST_PARTS && (
            <Button
              kind="quiet"
              size="sm"
              icon={ListPlus}
              onClick={() =>
                add('part', (was) => ({
                  ...was,
                  thread: [...was.thread, { text: '', mediaIds: [] }],
                }))
              }
            >
              {thread.length === 0 ? <Trans>Make it a thread</Trans> : <Trans>Add a part</Trans>}
            </Button>
          )}
          {!hasComment && (
            <Button
              kind="quiet"
              size="sm"
              icon={MessageSquareText}
              onClick={() => add('comment', (was) => ({ ...was, firstComment: ' ' }))}
            >
              <Trans>Add a first comment</Trans>
            </Button>
          )}
          {!poll && (
            <Button
              kind="quiet"
              size="sm"
              icon={Vote}
              onClick={() => add('poll', (was) => ({ ...was, poll: NEW_POLL }))}
            >
              <Trans>Add a poll</Trans>
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

type Piece = 'part' | 'comment' | 'poll'

const NEW_POLL = { choices: ['', ''], minutes: 1440, multiple: false }
