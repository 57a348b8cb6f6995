import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ChannelView } from '#domain/channels/api.ts'
import type { ConversationView } from '#domain/inbox/api.ts'
import { useShortcuts } from '#web/shell/index.ts'
import { Button, cx, ProblemMessage, TextArea, useFormat } from '#web/ui/index.ts'
import { keepDraft, useDraft } from './drafts.ts'
import { useReply } from './queries.ts'

/** The answer. What is written survives another conversation, a lost network, a closed tab. */
export function ReplyForm({
  view,
  channel,
}: {
  view: ConversationView
  channel: ChannelView | undefined
}) {
  const { t } = useLingui()
  const f = useFormat()
  const [text, setText] = useDraft(view.id)
  const [focused, focus] = useState(false)
  const reply = useReply()
  const left = view.replyMax === null ? null : view.replyMax - [...text].length
  const ready =
    text.trim().length > 0 && (left === null || left >= 0) && channel?.state === 'connected'
  const send = (resolve: boolean) => {
    if (!ready || reply.isPending) return
    reply.mutate({ id: view.id, text, resolve }, { onSuccess: () => setText('') })
  }
  useShortcuts([
    { keys: '$mod+Enter', label: t`Send the reply`, run: () => focused && send(false) },
  ])
  return (
    <form
      className="border-t border-rule px-4 py-3 md:px-6"
      onSubmit={(event) => {
        event.preventDefault()
        send(false)
      }}
    >
      {channel?.state === 'broken' && <p className="mb-2 text-sm text-bad">{channel.trouble}</p>}
      <TextArea
        autosize
        aria-label={t`Reply to ${view.contact.name}`}
        placeholder={channel ? t`Reply as ${channel.handle}` : ''}
        className="max-h-52 font-serif text-lg"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onFocus={() => focus(true)}
        onBlur={() => {
          focus(false)
          keepDraft(view.id, text)
        }}
      />
      {reply.error && <ProblemMessage problem={reply.error} />}
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {left !== null && (
          <p className={cx('text-xs', left < 0 ? 'font-semibold text-bad' : 'text-ink-3')}>
            {left < 0 ? (
              <Trans>{f.number(-left)} characters too many</Trans>
            ) : (
              <Trans>{f.number(left)} characters left</Trans>
            )}
          </p>
        )}
        <span className="flex-1" />
        {view.state === 'open' && (
          <Button kind="line" disabled={!ready} onClick={() => send(true)}>
            <Trans>Send and resolve</Trans>
          </Button>
        )}
        <Button
          kind="solid"
          type="submit"
          busy={reply.isPending}
          disabled={!ready}
          shortcut="Mod+Enter"
        >
          <Trans>Send</Trans>
        </Button>
      </div>
    </form>
  )
}
