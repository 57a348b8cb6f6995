import { z } from 'zod'
import { HAND_COUNTS } from '#connectors/_contract/connector.ts'
import { id, instant, timeZone, wallTime } from '#platform/http/shapes.ts'
import { storable } from '#platform/db/storable.ts'

/** `coming`: its hour is not there yet. `to-do`: a person is asked. Then what they said. */
const taskState = z.enum(['coming', 'to-do', 'done', 'not-done'])

const taskMedia = z.object({
  mediaId: id,
  kind: z.enum(['image', 'video']),
  /** As it is to be put up: cut for this account where somebody chose so. */
  url: z.string(),
  thumbnailUrl: z.string(),
  alt: z.string(),
  fileName: z.string(),
  type: z.string(),
})

/** Something that a person puts up by hand, with all that is needed to do it on a phone. */
export const taskView = z.object({
  /** Of the delivery. */
  id,
  postId: id.nullable(),
  channelId: id,
  state: taskState,
  account: z.object({
    name: z.string(),
    network: z.string(),
    stamp: z.string(),
    /** Where to put it, when it has a page. */
    address: z.string().nullable(),
  }),
  /** When it is to be done; another hour once somebody said “later”. */
  dueAt: instant,
  isLate: z.boolean(),
  text: z.string(),
  media: z.array(taskMedia),
  steps: z.array(z.object({ text: z.string(), isDone: z.boolean() })),
  /** What shows best that it was done. */
  proof: z.enum(['link', 'photo']),
  /** Names what is to be put up: another one means that the post was edited since. */
  content: z.string(),
  /** Who wrote the post. */
  writtenBy: z.string(),
  /** What was said of it. */
  url: z.string().nullable(),
  photo: z.object({ mediaId: id, url: z.string(), thumbnailUrl: z.string() }).nullable(),
  reason: z.string(),
  settledAt: instant.nullable(),
  settledBy: z.string().nullable(),
  /** What can be counted of it once it is there. */
  counts: z.array(z.enum(HAND_COUNTS)),
})
export type TaskView = z.infer<typeof taskView>

export const tasksView = z.object({
  /** Oldest first. */
  toDo: z.array(taskView),
  /** Within a week, soonest first. */
  coming: z.array(taskView),
  /** Of the last thirty days, latest first. */
  settled: z.array(taskView),
})
export type TasksView = z.infer<typeof tasksView>

export const taskCount = z.object({ toDo: z.number(), late: z.number() })
export type TaskCount = z.infer<typeof taskCount>

export const tickInput = z.object({
  /** Places of the steps that are done, from 0. */
  ticked: z.array(z.number().int().min(0).max(50)).max(50),
})

export const doneInput = z.object({
  /** What was put up, as the task named it. */
  content: z.string().max(64),
  /** Where it can be seen. */
  url: z
    .url({ protocol: /^https$/ })
    .max(2000)
    .nullish(),
  /** A photo of it, kept in the library before. */
  mediaId: id.nullish(),
})

export const notDoneInput = z.object({
  reason: z.string().trim().min(1).max(500).overwrite(storable),
})

export const laterInput = z.object({ wallTime, timeZone: timeZone.optional() })
