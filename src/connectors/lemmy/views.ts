import { z } from 'zod'

/** What we use of people, posts, comments and messages as version 3 of Lemmy's API gives them. */
export const personSchema = z.object({
  id: z.number(),
  name: z.string(),
  display_name: z.string().nullish(),
  avatar: z.string().nullish(),
  actor_id: z.string(),
})

/** Servers before 0.19 wrote instants without a zone: they are in UTC. */
const instant = z
  .string()
  .transform((at) => new Date(/(Z|[+-]\d\d:?\d\d)$/.test(at) ? at : `${at}Z`))
  .refine((at) => !Number.isNaN(at.getTime()))

const postSchema = z.object({
  id: z.number(),
  name: z.string(),
  url: z.string().nullish(),
  body: z.string().nullish(),
  community_id: z.number(),
  featured_community: z.boolean().default(false),
  featured_local: z.boolean().default(false),
  deleted: z.boolean().default(false),
  removed: z.boolean().default(false),
  published: instant,
  ap_id: z.string(),
})

export const postViewSchema = z.object({
  post: postSchema,
  creator: personSchema,
  counts: z.object({ upvotes: z.number(), comments: z.number() }),
})

const commentSchema = z.object({
  id: z.number(),
  post_id: z.number(),
  content: z.string(),
  /** `0.12.34`: the comments above it, and itself. */
  path: z.string(),
  deleted: z.boolean().default(false),
  removed: z.boolean().default(false),
  published: instant,
  ap_id: z.string(),
})

export const commentViewSchema = z.object({
  comment: commentSchema,
  creator: personSchema,
  counts: z.object({ upvotes: z.number(), child_count: z.number() }),
})

export const messageViewSchema = z.object({
  private_message: z.object({
    id: z.number(),
    content: z.string(),
    deleted: z.boolean().default(false),
    published: instant,
  }),
  creator: personSchema,
  recipient: personSchema,
})

export type Person = z.infer<typeof personSchema>
export type PostView = z.infer<typeof postViewSchema>
export type CommentView = z.infer<typeof commentViewSchema>
export type MessageView = z.infer<typeof messageViewSchema>

/** `yanis@lemmy.world`: whoever is of another server than ours keeps its name. */
export const handleOf = ({ name, actor_id }: Person) =>
  `${name}@${URL.parse(actor_id)?.host ?? 'unknown'}`

export const authorOf = (person: Person) => ({
  remoteId: person.actor_id,
  handle: handleOf(person),
  name: person.display_name || person.name,
  ...(person.avatar ? { avatarUrl: person.avatar } : {}),
  profileUrl: person.actor_id,
})

/** The comment above one, if it is not under the post itself. */
export function parentOf({ path }: { path: string }): number | null {
  const above = Number(path.split('.').at(-2) ?? '0')
  return above > 0 ? above : null
}

/** Markdown as people read it here: the words, without the signs of emphasis around links. */
export const plainWords = (markdown: string) =>
  markdown
    .replace(/!?\[([^\]]*)\]\((\S+?)\)/g, (_, words: string, address: string) =>
      words && words !== address ? `${words} (${address})` : address,
    )
    .trim()
