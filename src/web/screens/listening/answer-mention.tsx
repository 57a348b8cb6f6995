import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { Reply } from 'lucide-react'
import { useState } from 'react'
import type { MentionAnswer } from '#domain/inbox/api.ts'
import type { MentionView } from '#domain/listening/api.ts'
import { api, isOwn, useCompany, useMay } from '#web/api/index.ts'
import {
  Button,
  IconButton,
  type IconButtonProps,
  Menu,
  useProblemWords,
  useToast,
} from '#web/ui/index.ts'
import { useMarkSeen } from './mention-actions.ts'

/**
 * Leads to the conversation in which a mention is answered; where none can be, says why and leads to the post.
 * @param inWords written out, where answering is what one comes for
 */
export function AnswerMention({
  mention,
  inWords = false,
}: {
  mention: MentionView
  inWords?: boolean
}) {
  const { t } = useLingui()
  const may = useMay('inbox:write')
  const company = useCompany()
  const markSeen = useMarkSeen()
  const { answer, busy } = useAnswer(mention)
  if (!may) return null
  const accounts = mention.answer?.accounts.filter(({ id }) => isOwn(company, id)) ?? []
  const [first, ...others] = accounts
  const { networkName } = mention.source
  const door = (own: Pick<IconButtonProps, 'disabled' | 'onClick' | 'className'>) =>
    inWords ? (
      <Button size="sm" icon={Reply} {...own}>{t`Answer`}</Button>
    ) : (
      <IconButton label={t`Answer`} icon={Reply} {...own} />
    )
  if (!first) {
    const why = !mention.answer
      ? t`You can’t reply on ${networkName} from here: reply on the post itself.`
      : mention.answer.accounts.length > 0
        ? t`You can’t write for a ${networkName} account: reply on the post itself.`
        : t`No ${networkName} account is connected to reply with: reply on the post itself.`
    return (
      <Menu
        align="end"
        label={t`Answer`}
        trigger={door({ className: 'text-ink-3' })}
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
  if (others.length === 0) return door({ disabled: busy, onClick: () => void answer(first.id) })
  return (
    <Menu
      align="end"
      label={t`Answer`}
      trigger={door({ disabled: busy })}
      items={[
        { heading: t`From which account?` },
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
