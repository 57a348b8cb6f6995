/*
 * No Lemmy can run here (no registry at hand has one): answers have the shapes of version 3 of its API as its published
 * types name them (0.19, looked up 2026-11-26).
 */

export const origin = 'https://lemmy.example'

export interface Person {
  id: number
  name: string
  display_name: string
  actor_id: string
}

/** A post, a comment or a message. */
export interface Said {
  id: number
  by: Person
  /** A post has a title. */
  title?: string
  words: string
  url?: string
  alt?: string
  postId: number
  path: string
  to?: Person
  deleted: boolean
  isPinned?: boolean
  at: string
  up: number
}

export type Body = Record<string, unknown>

const person = (id: number, name: string, display_name: string): Person => ({
  id,
  name,
  display_name,
  actor_id: `${origin}/u/${name}`,
})
export const us = person(7, 'atelier_morel', 'Atelier Morel')
export const them = person(9, 'yanis', 'Yanis Haddad')

/** @param comments all that were made, to count those under it */
export const postView = (said: Said, comments: readonly Said[]): Body => ({
  post: {
    id: said.id,
    name: said.title,
    body: said.words || undefined,
    url: said.url,
    alt_text: said.alt,
    community_id: 3,
    deleted: said.deleted,
    removed: false,
    featured_community: said.isPinned ?? false,
    published: said.at,
    ap_id: `${origin}/post/${said.id}`,
  },
  creator: said.by,
  counts: {
    upvotes: said.up,
    comments: comments.filter(({ postId }) => postId === said.id).length,
  },
})

/** @param comments all that were made, to count those under it */
export const commentView = (said: Said, comments: readonly Said[]): Body => ({
  comment: {
    id: said.id,
    post_id: said.postId,
    content: said.words,
    path: said.path,
    deleted: said.deleted,
    removed: false,
    published: said.at,
    ap_id: `${origin}/comment/${said.id}`,
  },
  creator: said.by,
  counts: {
    upvotes: said.up,
    child_count: comments.filter(({ path }) => path.startsWith(`${said.path}.`)).length,
  },
})

export const messageView = (said: Said): Body => ({
  private_message: {
    id: said.id,
    content: said.words,
    deleted: said.deleted,
    published: said.at,
  },
  creator: said.by,
  recipient: said.to,
})
