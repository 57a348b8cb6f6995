/**
 * What is asked of a person, and nothing more (atproto.com/specs/permission, read 2026-11-26): the posts of the
 * account, its pictures and films, and what the network tells of them.
 */
const calls = [
  'app.bsky.actor.getProfile',
  'app.bsky.actor.searchActorsTypeahead',
  'app.bsky.feed.getPosts',
  'app.bsky.feed.searchPosts',
  'app.bsky.notification.listNotifications',
]

export const narrow = [
  'atproto',
  'repo:app.bsky.feed.post?action=create&action=delete',
  'blob:image/*',
  'blob:video/*',
  ...calls.map((call) => `rpc:${call}?aud=*`),
].join(' ')

/** For servers from before there were any narrower rights: all that an app password allows. */
export const broad = 'atproto transition:generic'

/** All that we may ever ask for; what is asked each time is one of the two. */
export const declared = [...new Set(`${narrow} ${broad}`.split(' '))].join(' ')
