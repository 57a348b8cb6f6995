import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { ChannelView } from '#domain/channels/api.ts'
import type { MediaView, PostStatus, PostView } from '#domain/publishing/api.ts'
import { type Company, isOwn, useCompany } from '#web/api/index.ts'
import { wallTimeAt } from '../calendar/days.ts'
import { useNow } from '../calendar/use-now.ts'
import { type Draft, emptyDraft, plainVariant } from './draft.ts'
import { findingsOf, optionProblem } from './findings.ts'
import { isUsable, lastAccounts } from './last-accounts.ts'
import { useCheck, useConnectorMap } from './queries.ts'
import { useTextRules } from './text-rules.ts'
import { useCounts } from './use-counts.ts'
import { useKeeper } from './use-keeper.ts'
import { useSteps } from './use-steps.ts'
import { useForecast } from '../approvals/queries.ts'
import { useUploads } from '../library/use-uploads.ts'
import { firstWhen, wallTimeOf, type When } from './when.ts'

export interface ComposerOptions {
  post: PostView | null
  postId: string | null
  channels: readonly ChannelView[]
  /** '' or the day or wall time asked for by the address. */
  date: string
  onBorn: (postId: string) => void
  close: () => void
}

export type Work = ReturnType<typeof useComposer>

const EDITABLE: readonly PostStatus[] = [
  'draft',
  'scheduled',
  'in-review',
  'held',
  'handed',
  'failed',
  'partly-published',
]
const NOTHING: Draft = emptyDraft([])

/** All that the parts of a composer share: the text with its keeper, its accounts, what is known of both. */
export function useComposer({ post, postId, channels, date, onBorn, close }: ComposerOptions) {
  const company = useCompany()
  const now = useNow(company.timeZone)
  const [accounts] = useState(() =>
    lastAccounts(
      company.id,
      channels.filter(({ id }) => isOwn(company, id)),
    ),
  )
  const proposed = proposedWhen(post, date, now, company.timeZone)
  const keeping = useKeeper({
    post,
    postId,
    accounts,
    firstWhen: proposed,
    isAsked: date !== '',
    onBorn,
  })
  const { keeper, kept, when, setWhen, auto, restored, forgetCopy } = keeping
  const { draft } = kept
  const status = post?.status ?? 'draft'
  const { byId, chosen, offered, others } = useAccounts(channels, draft, company)
  // Its words are common to all its accounts: whoever may not write for one of them reads them.
  const isLocked = !EDITABLE.includes(status) || others.length > 0

  const reading = chosen.length > 0 ? chosen : offered.slice(0, 1)
  const rules = useTextRules(reading.map(({ looksLike }) => looksLike))
  const connectors = useConnectorMap()
  const settled = useDeferredValue(draft)
  const { check } = useCheck(isLocked ? NOTHING : draft, postId)
  const counts = useCounts(settled, byId, rules, check)
  const findings = useMemo(() => findingsOf(check?.channels ?? []), [check])

  const [isDescribed, describe] = useState(false)
  const { media, know, pick } = useMedia(post, keeper.write)
  const uploads = useUploads(pick)
  const steps = useSteps({ keeper, when, post, isDescribed, forgetCopy, close })
  const isOnCalendar = status === 'scheduled' || status === 'in-review'
  const isMoved = isOnCalendar && wallTimeOf(when) !== wallTimeOf(proposed)
  const forecast = useForecast(draft, kept.saved.postId)
  const selection = useSelection()
  return {
    draft,
    origin: post?.origin ?? null,
    settled,
    postId,
    status,
    isLocked,
    isChanged: kept.phase !== 'clean' || isMoved || isDescribed,
    keeper,
    kept,
    auto,
    restored: restored && {
      at: restored.at,
      discard: restored.held ? () => keeper.write(() => restored.held ?? draft) : steps.remove,
    },
    when,
    setWhen,
    steps,
    byId,
    chosen,
    offered,
    /** Accounts it leaves by that are not this person's to write for. */
    others,
    connectors,
    rules,
    counts,
    findings,
    spansOf: rules.get(reading[0]?.looksLike ?? '')?.spans,
    isChecked: check !== null,
    check,
    /** What the desk last told of each account: its meters, where its links lead, what it said before. */
    checked: check?.channels ?? [],
    media,
    pick,
    uploads,
    /** Whose approval scheduling or saving it would need, and whose it would void. */
    forecast: isLocked ? undefined : forecast,
    embargo: post?.embargo ?? null,
    selection,
    showPlace: selection.show,
    /** What each account makes of a picture, by the last check. */
    departingOf: (mediaId: string) =>
      (check?.channels ?? []).flatMap(({ channelId, pictures }) => {
        const channel = byId.get(channelId)
        const departure = pictures.find((one) => one.mediaId === mediaId)
        if (!channel || !departure) return []
        const variant = draft.variants.find((one) => one.channelId === channelId)
        return [{ channel, departure, crop: variant?.crops[mediaId] ?? null }]
      }),
    changedMedia: (one: MediaView) => {
      know(one)
      describe(true)
    },
    write: keeper.write,
    today: now.slice(0, 10),
    // A draft that was scheduled once has nothing to tell of what was called off.
    deliveries: (post?.deliveries ?? []).filter(
      ({ state }) => status !== 'draft' || state !== 'cancelled',
    ),
    toggle: (channelId: string) => keeper.write((was) => toggled(was, channelId)),
    problemOf: (channelId: string, option: string) =>
      optionProblem(check?.channels ?? [], channelId, option),
  }
}

function proposedWhen(post: PostView | null, date: string, now: string, zone: string): When {
  if (date || !post?.scheduledAt) return firstWhen(date, now)
  const wallTime = wallTimeAt(new Date(post.scheduledAt), zone)
  return { mode: 'at', date: wallTime.slice(0, 10), time: wallTime.slice(11) }
}

function useAccounts(channels: readonly ChannelView[], draft: Draft, company: Company) {
  return useMemo(() => {
    const ids = new Set(draft.variants.map(({ channelId }) => channelId))
    return {
      byId: new Map(channels.map((one) => [one.id, one])),
      chosen: channels.filter(({ id }) => ids.has(id)),
      offered: channels.filter(
        (one) => (isUsable(one) && isOwn(company, one.id)) || ids.has(one.id),
      ),
      others: channels.filter(({ id }) => ids.has(id) && !isOwn(company, id)),
    }
  }, [channels, draft.variants, company])
}

/** The words chosen in the main text, and how to choose them from elsewhere. */
function useSelection() {
  const box = useRef<HTMLTextAreaElement>(null)
  const [chosen, choose] = useState<{ start: number; end: number } | null>(null)
  return {
    box,
    chosen,
    note: ({ selectionStart: start, selectionEnd: end }: HTMLTextAreaElement) =>
      choose((was) =>
        start === end ? null : was?.start === start && was.end === end ? was : { start, end },
      ),
    show: ({ start, end }: { start: number; end: number }) => {
      box.current?.focus()
      box.current?.setSelectionRange(start, end)
    },
  }
}

/** Pictures known here: those of the post, those just sent, those picked from the library. */
function useMedia(post: PostView | null, write: (change: (draft: Draft) => Draft) => void) {
  const [here, setHere] = useState<ReadonlyMap<string, MediaView>>(new Map())
  const ofPost = post?.media
  const media = useMemo(
    () => new Map([...(ofPost ?? []).map((one) => [one.id, one] as const), ...here]),
    [ofPost, here],
  )
  const know = (one: MediaView) => setHere((known) => new Map(known).set(one.id, one))
  const pick = (one: MediaView) => {
    know(one)
    write((was) =>
      was.mediaIds.includes(one.id) ? was : { ...was, mediaIds: [...was.mediaIds, one.id] },
    )
  }
  return { media, know, pick }
}

function toggled(draft: Draft, channelId: string): Draft {
  const left = draft.variants.filter((one) => one.channelId !== channelId)
  const wasThere = left.length < draft.variants.length
  return { ...draft, variants: wasThere ? left : [...left, plainVariant(channelId)] }
}
