import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ChannelView } from '#domain/channels/api.ts'
import type { HintView } from '#domain/publishing/hints/api.ts'
import { api } from '#web/api/index.ts'
import { Button, useToast } from '#web/ui/index.ts'
import { HintNote } from './hint-note.tsx'
import { keepAside, setAside } from './not-here.ts'
import { pointAt } from './passage.ts'

interface HintsProps {
  hints: readonly HintView[]
  /** The text each hint is about, as it was when the desk read it. */
  textOf: (channelId: string | null) => string
  channels: ReadonlyMap<string, ChannelView>
  postId: string | null
}

/** Shown at once; the others on demand. */
const FIRST = 3

/** What a careful colleague would remark of the words, each with its reason; never a score. */
export default function Hints({ hints, textOf, channels, postId }: HintsProps) {
  const { t } = useLingui()
  const toast = useToast()
  const [aside, setThem] = useState(() => setAside(postId))
  const [all, showAll] = useState(false)
  const never = useSilence()
  useEffect(() => () => pointAt(null), [])
  const put = (kinds: string[]) => {
    setThem(kinds)
    keepAside(postId, kinds)
    pointAt(null)
  }
  const left = hints.filter(({ kind }) => !aside.includes(kind))
  if (left.length === 0) return null
  const shown = all ? left : left.slice(0, FIRST)
  const more = left.length - shown.length
  return (
    <section aria-label={t`Hints on the text`} className="text-sm">
      <h3 className="mb-2 text-xs font-medium text-ink-3">
        <Trans>Readability</Trans>
      </h3>
      <ul className="space-y-3">
        {shown.map((hint) => (
          <HintNote
            key={`${hint.kind} ${hint.channelId}`}
            {...{ hint, channels }}
            text={textOf(hint.channelId)}
            notHere={() => {
              put([...aside, hint.kind])
              toast({ text: t`This hint is off for this post.`, undo: () => put(aside) })
            }}
            never={() => never(hint.kind)}
          />
        ))}
      </ul>
      {more > 0 && (
        <Button kind="quiet" size="sm" className="mt-1 -ml-2" onClick={() => showAll(true)}>
          <Trans>Show {more} more</Trans>
        </Button>
      )}
    </section>
  )
}

/** For the whole company, until somebody wants it again in the settings. */
function useSilence(): (kind: string) => void {
  const { t } = useLingui()
  const toast = useToast()
  const client = useQueryClient()
  const tell = async (kind: string, silenced: boolean) => {
    pointAt(null)
    try {
      await api.put(`/hints/${kind}`, { silenced })
      if (silenced)
        toast({
          text: t`This hint is not shown to your company any more. The settings bring it back.`,
          undo: () => void tell(kind, false),
        })
    } catch {
      toast({ text: t`Vigie could not be reached. Try again.`, kind: 'bad' })
    }
    await client.invalidateQueries({ queryKey: ['posts', 'check'] })
    await client.invalidateQueries({ queryKey: ['hints'] })
  }
  return (kind) => void tell(kind, true)
}
