import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PostView } from '#domain/publishing/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import { useFormat, useProblemWords, useToast } from '#web/ui/index.ts'
import type { DraftKeeper } from './draft-keeper.ts'
import type { Draft } from './draft.ts'
import { rememberAccounts } from './last-accounts.ts'
import { isPlannedOtherwise, usePlanPost } from '../queue/use-plan-post.ts'
import { wallTimeOf, type When } from './when.ts'

interface StepsOptions {
  keeper: DraftKeeper
  when: When
  post: PostView | null
  /** A picture was described anew: what is planned must be planned with it. */
  isDescribed: boolean
  forgetCopy: () => void
  close: () => void
}

const ON_CALENDAR: readonly string[] = ['scheduled', 'in-review']

/** What can be done with the post as a whole. Each may be undone from the notice that follows it. */
export function useSteps({ keeper, when, post, isDescribed, forgetCopy, close }: StepsOptions) {
  const { t } = useLingui()
  const f = useFormat()
  const company = useCompany()
  const client = useQueryClient()
  const toast = useToast()
  const words = useProblemWords()
  const plan = usePlanPost()
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<unknown>(null)

  const hold = (view: PostView): PostView => {
    client.setQueryData(['posts', 'one', view.id], view)
    void client.invalidateQueries({ queryKey: ['posts', 'list'] })
    keeper.adopt(view)
    return view
  }
  const step = (id: string, name: string, body: unknown) =>
    api.post<PostView>(`/posts/${id}/${name}`, body).then(hold)
  const attempt = async (name: string, run: () => Promise<unknown>) => {
    if (busy) return
    setBusy(name)
    setProblem(null)
    try {
      await run()
    } catch (failure) {
      setProblem(failure)
    } finally {
      setBusy(null)
    }
  }
  /** An undo runs after the composer has closed: its failure is a notice. */
  const undo = (run: () => Promise<unknown>, done: string) => () =>
    void run().then(
      () => toast({ text: done }),
      (failure: unknown) => {
        const { title, detail } = words(failure)
        toast({ kind: 'bad', text: `${title}. ${detail}` })
      },
    )
  /** All that is written, at the desk. */
  const flush = async () => {
    const saved = await keeper.flush()
    if (!isDescribed || !saved.postId || post?.status === 'draft') return saved
    const { mediaIds } = saved.draft
    hold(await api.patch<PostView>(`/posts/${saved.postId}`, { mediaIds, version: saved.version }))
    return keeper.state().saved
  }
  const inWords = (wallTime: string) =>
    `${f.weekday(wallTime.slice(0, 10))} ${f.day(wallTime.slice(0, 10))}, ${wallTime.slice(11)}`
  const leave = () => {
    forgetCopy()
    close()
  }

  const remember = ({ variants }: Draft) =>
    rememberAccounts(
      company.id,
      variants.map(({ channelId }) => channelId),
    )
  const planIt = async (saved: { postId: string; version: number; draft: Draft }) => {
    const planned = await plan({ ...saved, when })
    if (!planned) return
    remember(saved.draft)
    leave()
    toast({ text: planned.text, undo: undo(planned.undo, planned.undone) })
  }

  const schedule = () =>
    attempt('schedule', async () => {
      const saved = await flush()
      if (!saved.postId) return
      if (isPlannedOtherwise(when)) return planIt({ ...saved, postId: saved.postId })
      const wallTime = wallTimeOf(when)
      const former = post && ON_CALENDAR.includes(post.status) ? post : null
      const isMoved =
        wallTime !== null && (former?.wallTime !== wallTime || former.timeZone !== company.timeZone)
      const view =
        former && !isMoved
          ? undefined
          : await step(saved.postId, 'schedule', {
              version: saved.version,
              ...(wallTime ? { wallTime, timeZone: company.timeZone } : {}),
            })
      remember(saved.draft)
      leave()
      if (former)
        return toast({ text: t`Saved: it goes out ${inWords(wallTime ?? former.wallTime ?? '')}` })
      const waits = view?.status === 'in-review'
      if (waits && !wallTime)
        return toast({ text: t`Submitted: it goes out as soon as it is approved` })
      if (!view || !wallTime) return toast({ text: t`It is going out now` })
      toast({
        text: waits
          ? t`Submitted for approval: ${inWords(wallTime)}`
          : t`Scheduled: ${inWords(wallTime)}`,
        undo: undo(
          () => step(view.id, 'unschedule', { version: view.version }),
          t`It is a draft again`,
        ),
      })
    })

  /** Keeps the words for what has not left yet, and nothing else. */
  const save = () =>
    attempt('save', async () => {
      await flush()
      forgetCopy()
    })

  const unschedule = () =>
    attempt('unschedule', async () => {
      const { postId, version } = keeper.state().saved
      // No notice: the composer stays, with the former hour on its button.
      if (postId) await step(postId, 'unschedule', { version })
    })

  const remove = () =>
    attempt('remove', async () => {
      const { postId } = keeper.state().saved
      keeper.revert()
      if (postId) {
        await api.delete(`/posts/${postId}`)
        void client.invalidateQueries({ queryKey: ['posts'] })
        toast({
          text: t`Post deleted`,
          undo: undo(() => step(postId, 'restore', {}), t`Post restored`),
        })
      }
      leave()
    })

  const restore = () =>
    attempt('restore', async () => {
      const { postId } = keeper.state().saved
      if (postId) await step(postId, 'restore', {})
    })

  /** What is written here was told to the desk otherwise. */
  const leaveUnsaved = () => {
    keeper.revert()
    leave()
  }

  return { schedule, save, unschedule, remove, restore, leaveUnsaved, busy, problem, inWords }
}
