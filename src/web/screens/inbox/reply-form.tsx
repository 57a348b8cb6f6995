import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import type { ChannelView } from '#domain/channels/api.ts'
import type { ConversationView, MessageView } from '#domain/inbox/api.ts'
import { ApiProblem } from '#web/api/index.ts'
import { useShortcuts } from '#web/shell/index.ts'
import { Button, cx, ProblemMessage, TextArea } from '#web/ui/index.ts'
import { useTextRules } from '../composer/text-rules.ts'
import { keepDraft, useAnswered, useDraft } from './drafts.ts'
import { useReply } from './queries.ts'

interface ReplyFormProps {
  view: ConversationView
  channel: ChannelView | undefined
}

/** The answer. What is written survives another conversation, a lost network, a closed tab. */
export function ReplyForm({ view, channel }: ReplyFormProps) {
  const { t } = useLingui()
  const [text, setText] = useDraft(view.id)
  const { answers, since, begin, answerLast } = useWhatItAnswers(view)
  const [focused, focus] = useState(false)
  const reply = useReply()
  const left = useRoom(view, channel, text)
  const refusedId = useId()
  const refused = reply.error instanceof ApiProblem ? reply.error.errors : []
  const ready =
    text.trim().length > 0 && (left === null || left >= 0) && channel && view.cannotReply === null
  const send = (resolve: boolean) => {
    if (!ready || reply.isPending) return
    const what = { id: view.id, text, resolve, ...(answers ? { answers } : {}) }
    reply.mutate(what, { onSuccess: () => setText('') })
  }
  useShortcuts([
    { keys: '$mod+Enter', label: t`Send the reply`, run: () => focused && send(false) },
  ])
  if (view.answeredThere) return <AnsweredThere view={view} />
  return (
    <form
      className="border-t border-rule px-4 py-3 md:px-6"
      onSubmit={(event) => {
        event.preventDefault()
        send(false)
      }}
    >
      {view.cannotReply && <p className="mb-2 text-sm text-bad">{view.cannotReply}</p>}
      {since && text !== '' && <AnswersEarlier view={view} message={since} onLast={answerLast} />}
      <TextArea
        autosize
        aria-label={t`Reply to ${view.contact.name}`}
        placeholder={channel ? t`Reply as ${channel.handle}` : ''}
        className="max-h-52 font-serif text-lg"
        value={text}
        readOnly={reply.isPending}
        {...(refused.length > 0 ? { 'aria-invalid': true, 'aria-describedby': refusedId } : {})}
        onChange={(event) => {
          if (text === '') begin()
          setText(event.target.value)
          // What was refused is being corrected.
          if (reply.error) reply.reset()
        }}
        onFocus={() => focus(true)}
        onBlur={() => {
          focus(false)
          // What is leaving is forgotten once it has left, and must not be written down again meanwhile.
          if (!reply.isPending) keepDraft(view.id, text)
        }}
      />
      {refused.length > 0 ? (
        <div id={refusedId} role="alert" className="mt-1 text-sm font-medium text-bad">
          {refused.map(({ pointer, detail }) => (
            <p key={pointer}>{detail}</p>
          ))}
        </div>
      ) : (
        reply.error && <ProblemMessage problem={reply.error} className="mt-2" />
      )}
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {left !== null && <Room left={left} />}
        <div className="ml-auto flex flex-wrap justify-end gap-2">
          {view.state === 'open' && (
            <Button kind="line" disabled={!ready || reply.isPending} onClick={() => send(true)}>
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
      </div>
    </form>
  )
}

/**
 * Which message a reply answers: the last that was on the screen when its first word was written, whatever has come in
 * since.
 * @returns `since` is that message once it is not the last any more
 */
function useWhatItAnswers({ id, thread }: ConversationView) {
  const [kept, keep] = useAnswered(id)
  const said = thread.filter(({ direction }) => direction === 'in')
  const last = said.at(-1)
  const answered = said.find((message) => message.id === kept) ?? last
  const answerLast = () => last && keep(last.id)
  return {
    answers: answered?.id,
    since: answered === last ? undefined : answered,
    begin: answerLast,
    answerLast,
  }
}

interface AnswersEarlierProps {
  view: ConversationView
  message: MessageView
  onLast: () => void
}

/** Something else was said meanwhile: what the reply answers all the same, and the way to answer the last instead. */
function AnswersEarlier({ view, message, onLast }: AnswersEarlierProps) {
  const { name } = view.contact
  const words = message.text.slice(0, EXCERPT)
  return (
    <p role="status" className="mb-2 text-sm text-ink-2">
      <Trans>
        {name} wrote again since you began. Your reply answers “{words}”.
      </Trans>{' '}
      <Button kind="quiet" size="sm" onClick={onLast}>
        <Trans>Answer the latest</Trans>
      </Button>
    </p>
  )
}

const EXCERPT = 80

/**
 * What may still be written, counted as the account's network counts and as the desk will: without the blanks around.
 * Null until its way of counting is here, or where there is no limit.
 */
function useRoom(
  { replyMax }: ConversationView,
  channel: ChannelView | undefined,
  text: string,
): number | null {
  const network = channel?.looksLike
  const rules = useTextRules(network ? [network] : []).get(network ?? '')
  return rules && replyMax !== null ? replyMax - rules.count(text.trim()) : null
}

function Room({ left }: { left: number }) {
  const over = -left
  return (
    <p className={cx('text-xs', left < 0 ? 'font-semibold text-bad' : 'text-ink-3')}>
      {left < 0 ? (
        <Plural value={over} one="# character too many" other="# characters too many" />
      ) : (
        <Plural value={left} one="# character left" other="# characters left" />
      )}
    </p>
  )
}

/** Nothing to write here: where to answer, and the way there. */
function AnsweredThere({ view: { answeredThere, thread } }: { view: ConversationView }) {
  const url = thread.findLast(({ direction }) => direction === 'in')?.url
  return (
    <p className="border-t border-rule px-4 py-3 text-sm text-ink-2 md:px-6">
      {answeredThere}{' '}
      {url && (
        <a href={url} target="_blank" rel="noreferrer" className="underline underline-offset-2">
          <Trans>Answer there</Trans>
        </a>
      )}
    </p>
  )
}
