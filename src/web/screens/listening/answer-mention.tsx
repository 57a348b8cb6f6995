import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { Reply } from 'lucide-react'
import { useState } from 'react'
import type { MentionAnswer } from '#domain/inbox/api.ts'
import type { MentionView } from '#domain/listening/api.ts'
import { api, isOwn, useCompany, useMay } from '#web/api/index.ts'
import { IconButton, Menu, useProblemWords, useToast } from '#web/ui/index.ts'
import { useMarkSeen } from './mention-actions.ts'

/** Leads to the conversation in which a mention is answered; where none can be, says why and leads to the post. */
export function AnswerMention({ mention }: { mention: MentionView }) {
  const { t } = useLingui()
  const may = useMay('inbox:write')
  const company = useCompany()
  const markSeen = useMarkSeen()
  const { answer, busy } = useAnswer(mention)
  if (!may) return null
  const accounts = mention.answer?.accounts.filter(({ id }) => isOwn(company, id)) ?? []
  const [first, ...others] = accounts
  const { networkName } = mention.source
  if (!first) {
    const why = !mention.answer
      ? t`${networkName} is not answered from here: answer at the post’s own address.`
      : mention.answer.accounts.length > 0
        ? t`You may not write for an account of ${networkName}: answer at the post’s own address.`
        : t`No account of ${networkName} is connected to answer: answer at the post’s own address.`
    return (
      <Menu
        align="end"
        label={t`Answer`}
        trigger={<IconButton label={t`Answer`} icon={Reply} className="text-ink-3" />}
        items={[
          { heading: why },
          {
            label: t`Open the original`,
            onSelect: () => {
              void markSeen([mention])
              window.open(mention.url, '_blank', 'noopener,noreferrer')
            },
          },
        ]}
      />
    )
  }
  if (others.length === 0)
    return (
      <IconButton
        label={t`Answer`}
        icon={Reply}
        disabled={busy}
        onClick={() => void answer(first.id)}
      />
    )
  return (
    <Menu
      align="end"
      label={t`Answer`}
      trigger={<IconButton label={t`Answer`} icon={Reply} disabled={busy} />}
      items={[
        { heading: t`With which account?` },
        ...accounts.map(({ id, handle }) => ({ label: handle, onSelect: () => void answer(id) })),
      ]}
    />
  )
}

function useAnswer({ id }: MentionView) {
  const navigate = useNavigate()
  const toast = useToast()
  const wordsOf = useProblemWords()
  const [busy, setBusy] = useState(false)
  const answer = async (channelId: string) => {
    setBusy(true)
    try {
      const { conversationId } = await api.post<MentionAnswer>(`/mentions/${id}/answer`, {
        channelId,
      })
      await navigate({ to: '/inbox/$conversationId', params: { conversationId } })
    } catch (problem) {
      const { title, detail } = wordsOf(problem)
      toast({ text: detail ? `${title}. ${detail}` : title, kind: 'bad' })
    } finally {
      setBusy(false)
    }
  }
  return { answer, busy }
}
