import type { Handed } from '#connectors/_contract/connector.ts'
import type { Channel } from '#domain/channels/index.ts'
import type { Language } from '#platform/text.ts'
import { cutUrl, presentMedia } from '../media/present-media.ts'
import type { FrozenImage } from '../model.ts'
import type { Delivery, HandTask, Media } from '../tables.ts'
import type { TaskView } from './api.ts'

interface Told {
  delivery: Delivery
  /** Undefined while its hour has not come. */
  task: HandTask | undefined
  channel: Channel
  handed: Handed
  media: ReadonlyMap<string, Media>
  /** Due earlier than this, it is late. */
  lateBefore: Date
  language: Language
}

/** A delivery as a person is handed it. */
export function presentTask({
  delivery,
  task,
  channel,
  handed,
  media,
  lateBefore,
  language,
}: Told): TaskView {
  const { id, postId, channelId, dueAt, content, contentHash, createdBy, remoteUrl } = delivery
  const state = stateOf(delivery, task)
  const photo = task?.proofMediaId ? media.get(task.proofMediaId) : undefined
  const shown = photo && presentMedia(photo)
  return {
    id,
    postId,
    channelId,
    state,
    account: {
      name: channel.displayName,
      network: handed.called[language],
      stamp: handed.stamp,
      address: channel.profileUrl || null,
    },
    dueAt: dueAt.toISOString(),
    isLate: state === 'to-do' && dueAt < lateBefore,
    text: content.text,
    media: [...content.images, ...(content.video ? [content.video] : [])].flatMap((one) =>
      mediaFor(one, media.get(one.mediaId), channelId),
    ),
    steps: handed.steps.map((step, place) => ({
      text: step[language],
      isDone: task?.ticked.includes(place) ?? false,
    })),
    proof: handed.proof,
    content: contentHash,
    writtenBy: createdBy,
    url: remoteUrl,
    photo: shown ? { mediaId: shown.id, url: shown.url, thumbnailUrl: shown.thumbnailUrl } : null,
    reason: task?.reason ?? '',
    settledAt: task?.settledAt?.toISOString() ?? null,
    settledBy: task?.settledBy ?? null,
    counts: handed.counts,
  }
}

function stateOf({ state }: Delivery, task: HandTask | undefined): TaskView['state'] {
  if (state === 'handed') return 'to-do'
  if (state === 'planned') return 'coming'
  return task?.outcome ?? 'not-done'
}

/** Cut as somebody chose for this account, else as it is in the library. */
function mediaFor(
  { crop, focal, alt }: FrozenImage,
  media: Media | undefined,
  channelId: string,
): TaskView['media'] {
  if (!media) return []
  const { id: mediaId, kind, url, thumbnailUrl, fileName, type } = presentMedia(media)
  const cut = crop ? cutUrl(media, channelId, { crop, focal: focal ?? null }) : url
  return [{ mediaId, kind, url: cut, thumbnailUrl, alt, fileName, type }]
}
