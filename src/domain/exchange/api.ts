import { z } from 'zod'
import { label } from '#domain/publishing/api.ts'
import { id, instant, language } from '#platform/http/shapes.ts'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const importChoices = z.object({
  channelIds: z.array(id).max(60).optional(),
  dayFirst: z.boolean().nullable().optional(),
  hour: clock.optional(),
  asDrafts: z.boolean().optional(),
})

export const importRow = z.object({
  line: z.number(),
  text: z.string(),
  wallTime: z.string().nullable(),
  timeZone: z.string().nullable(),
  channelIds: z.array(id),
  /** `known`: imported before, left alone. */
  state: z.enum(['ready', 'wrong', 'known']),
  problems: z.array(z.string()),
})

export const importView = z.object({
  id,
  kind: z.enum(['csv', 'ics']),
  fileName: z.string(),
  state: z.enum(['preview', 'done', 'undone']),
  choices: z.object({
    channelIds: z.array(id),
    dayFirst: z.boolean().nullable(),
    hour: z.string(),
    asDrafts: z.boolean(),
  }),
  rows: z.array(importRow),
  ready: z.number(),
  wrong: z.number(),
  known: z.number(),
  /** Posts that it made. */
  made: z.number(),
  createdBy: z.string(),
  createdAt: instant,
})
export type ImportView = z.infer<typeof importView>

/** `wrong`: what to do with rows that cannot be imported: refuse the whole, or leave them out. */
export const confirmInput = z.object({ wrong: z.enum(['refuse', 'leave-out']).default('refuse') })

export const undoView = importView.extend({
  /** What had already left, or been taken up, and stays. */
  stayed: z.number(),
})
export type UndoView = z.infer<typeof undoView>

export const planQuery = z.object({ from: instant, to: instant, channelId: id.optional() })

export const calendarFeedInput = z.object({
  name: z.string().trim().min(1).max(80),
  channelId: id.nullable().default(null),
})

export const calendarFeedView = z.object({
  id,
  name: z.string(),
  channelId: id.nullable(),
  createdBy: z.string(),
  createdAt: instant,
  lastReadAt: instant.nullable(),
})
export type CalendarFeedView = z.infer<typeof calendarFeedView>

/** The only answer that holds the address: whoever knows it reads the plan. */
export const freshCalendarFeed = calendarFeedView.extend({ url: z.string() })
export type FreshCalendarFeed = z.infer<typeof freshCalendarFeed>

const rule = {
  name: z.string().trim().min(1).max(80),
  url: z.string().trim().min(4).max(2000),
  channelIds: z.array(id).min(1).max(60),
  template: z.string().trim().min(1).max(5000),
  language,
  labels: z.array(label).max(7),
  campaignId: id.nullable(),
  /** `approval`: scheduled, and held until it is approved, by whichever rule concerns it or by who may approve. */
  mode: z.enum(['draft', 'schedule', 'approval']),
  delayMinutes: z
    .number()
    .int()
    .min(0)
    .max(7 * 1440),
  dailyMax: z.number().int().min(1).max(20),
  gapMinutes: z.number().int().min(5).max(1440),
}

export const feedRuleInput = z.object({
  ...rule,
  labels: rule.labels.default([]),
  campaignId: rule.campaignId.default(null),
  mode: rule.mode.default('draft'),
  delayMinutes: rule.delayMinutes.default(30),
  dailyMax: rule.dailyMax.default(3),
  gapMinutes: rule.gapMinutes.default(60),
})

export const feedRuleChanges = z
  .object({ ...rule, state: z.enum(['on', 'paused']) })
  .omit({ url: true })
  .partial()

export const feedRuleView = z.object({
  ...rule,
  id,
  state: z.enum(['on', 'paused']),
  trouble: z.string().nullable(),
  lastPollAt: instant.nullable(),
  made: z.number(),
  waiting: z.number(),
  createdBy: z.string(),
})
export type FeedRuleView = z.infer<typeof feedRuleView>

export const feedApprovalInput = feedRuleInput.pick({ channelIds: true, campaignId: true })
export { neededView as feedApprovalView } from '#domain/publishing/approvals/api.ts'

export const feedTrialInput = z.object({ url: rule.url, template: rule.template })

export const feedTrialView = z.object({
  articles: z.array(z.object({ title: z.string(), url: z.string(), text: z.string() })),
})
export type FeedTrialView = z.infer<typeof feedTrialView>
