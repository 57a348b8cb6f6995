import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PostSummary, PostView } from '#domain/publishing/api.ts'
import { api } from '#web/api/index.ts'
import { useProblemWords, useToast } from '#web/ui/index.ts'
import { addDays, dayOf, timeOf } from '../days.ts'

/** One change of one post, and how to take it back; null: there is nothing to change. */
type Change = (post: PostSummary) => Promise<(() => Promise<unknown>) | null>

const AT_ONCE = 4

/** Does the same to several posts, a few at a time; one notice says how many, and undoes them all. */
export function useBulk(done: () => void) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  const words = useProblemWords()
  const [busy, setBusy] = useState(false)

  async function each<T>(items: readonly T[], work: (item: T) => Promise<void>) {
    const waiting = [...items]
    const failures: unknown[] = []
    const hand = async () => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
        await work(item).catch((failure: unknown) => failures.push(failure))
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, hand))
    await client.invalidateQueries({ queryKey: ['posts'] })
    return failures
  }
  const complain = (failures: readonly unknown[]) => {
    if (failures.length === 0) return
    const count = failures.length
    const { detail } = words(failures[0])
    toast({ kind: 'bad', text: t`${count} could not be changed. ${detail}` })
  }
  const run = async (
    posts: readonly PostSummary[],
    change: Change,
    said: (n: number) => string,
  ) => {
    if (busy) return
    setBusy(true)
    const undos: (() => Promise<unknown>)[] = []
    const failures = await each(posts, async (post) => {
      const undo = await change(post)
      if (undo) undos.push(undo)
    })
    setBusy(false)
    done()
    complain(failures)
    if (undos.length === 0) return
    const undo = () => void each(undos, async (one) => void (await one())).then(complain)
    toast({ text: said(undos.length), undo })
  }
  return {
    busy,
    move: (posts: readonly PostSummary[], days: number) =>
      run(posts, moving(days), (n) => t`${n} moved`),
    label: (posts: readonly PostSummary[], label: string) =>
      run(posts, labelling(label), (n) => t`${n} labelled`),
    assign: (posts: readonly PostSummary[], campaignId: string) =>
      run(posts, assigning(campaignId), (n) => t`${n} in the campaign`),
    unschedule: (posts: readonly PostSummary[]) =>
      run(posts, unscheduling, (n) => t`${n} back to draft`),
    remove: (posts: readonly PostSummary[]) => run(posts, removing, (n) => t`${n} deleted`),
  }
}

const step = (id: string, name: string, body: unknown) =>
  api.post<PostView>(`/posts/${id}/${name}`, body)

const moving =
  (days: number): Change =>
  async ({ id, wallTime, version }) => {
    if (!wallTime) return null
    const to = `${addDays(dayOf(wallTime), days)}T${timeOf(wallTime)}`
    const moved = await step(id, 'move', { wallTime: to, version })
    return () => step(id, 'move', { wallTime, version: moved.version })
  }

const labelling =
  (label: string): Change =>
  async ({ id, labels, version }) => {
    if (labels.includes(label)) return null
    const path = `/posts/${id}`
    const changed = await api.patch<PostView>(path, { labels: [...labels, label], version })
    return () => api.patch(path, { labels, version: changed.version })
  }

const assigning =
  (campaignId: string): Change =>
  async ({ id, campaignId: former, version }) => {
    if (former === campaignId) return null
    const path = `/posts/${id}`
    const changed = await api.patch<PostView>(path, { campaignId, version })
    return () => api.patch(path, { campaignId: former, version: changed.version })
  }

const unscheduling: Change = async ({ id, wallTime, timeZone, version }) => {
  if (!wallTime || !timeZone) return null
  const draft = await step(id, 'unschedule', { version })
  return () => step(id, 'schedule', { wallTime, timeZone, version: draft.version })
}

const removing: Change = async ({ id }) => {
  await api.delete(`/posts/${id}`)
  return () => step(id, 'restore', {})
}
