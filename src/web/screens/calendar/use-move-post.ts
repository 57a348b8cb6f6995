import { useLingui } from '@lingui/react/macro'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useLayoutEffect, useRef } from 'react'
import type { PostSummary, PostView } from '#domain/publishing/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import { useFormat, useProblemWords, useToast } from '#web/ui/index.ts'
import type { Placed } from './arrange.ts'
import { carried, dayOf, timeOf } from './days.ts'
import { forgetMoved, showMoved } from './moving.ts'

/** Moves under way, by post: where each is wanted next, if somebody moved it again meanwhile. */
const underWay = new Map<string, { next: string | null }>()

/**
 * Moves a post to another wall time of the company's zone: shown at once, then told to the desk. Moves of one
 * post go one after the other, each with the version the former left. Undo by the toast.
 */
export function useMovePost(): (placed: Placed, to: string) => void {
  const { t } = useLingui()
  const f = useFormat()
  const client = useQueryClient()
  const { timeZone } = useCompany()
  const toast = useToast()
  const words = useProblemWords()
  const say = useRef({ t, f, words })
  useLayoutEffect(() => {
    say.current = { t, f, words }
  })

  return useCallback(
    function move(placed: Placed, to: string): void {
      const { id } = placed.post
      showMoved(id, to)
      const run = underWay.get(id)
      if (run) {
        run.next = to
        return
      }
      void carry(placed, to, timeZone, client).then(
        ({ post, wallTime }) => {
          const { t, f } = say.current
          toast({
            text: t`Moved to ${f.longDay(dayOf(wallTime))}, ${timeOf(wallTime)}`,
            undo: () => move({ post, wallTime }, placed.wallTime),
          })
        },
        (problem: unknown) => {
          const { title, detail } = say.current.words(problem)
          toast({ kind: 'bad', text: `${title}. ${detail}` })
        },
      )
    },
    [client, timeZone, toast],
  )
}

/** Tells the desk, until nothing more is wanted. @returns the post as it stands then */
async function carry(
  placed: Placed,
  to: string,
  zone: string,
  client: QueryClient,
): Promise<Placed> {
  const { id } = placed.post
  const run = { next: to as string | null }
  underWay.set(id, run)
  let at = placed
  try {
    while (run.next !== null && run.next !== at.wallTime) {
      const wallTime = run.next
      run.next = null
      const post = merged(at.post, await send(at, wallTime, zone))
      at = { post, wallTime }
      client.setQueriesData<PostSummary[]>({ queryKey: ['posts', 'list'] }, (list) =>
        list?.map((one) => (one.id === id ? post : one)),
      )
    }
    return at
  } catch (problem) {
    // What the desk holds is shown again: the toast says why.
    await client.invalidateQueries({ queryKey: ['posts'] })
    throw problem
  } finally {
    underWay.delete(id)
    forgetMoved(id)
  }
}

/** A post scheduled in another zone keeps its own hour there, unless another hour was asked for. */
function send({ post, wallTime: from }: Placed, to: string, zone: string): Promise<PostView> {
  const { id, version } = post
  if (post.timeZone === zone || !post.wallTime) {
    return api.post(`/posts/${id}/move`, { wallTime: to, version })
  }
  if (timeOf(from) === timeOf(to)) {
    return api.post(`/posts/${id}/move`, {
      wallTime: carried(post.wallTime, dayOf(from), dayOf(to)),
      version,
    })
  }
  return api.post(`/posts/${id}/schedule`, { wallTime: to, timeZone: zone, version })
}

function merged(post: PostSummary, view: PostView): PostSummary {
  const { status, scheduledAt, wallTime, timeZone, version, updatedAt } = view
  return { ...post, status, scheduledAt, wallTime, timeZone, version, updatedAt }
}
