import type { Author } from '#connectors/_contract/connector.ts'
import { inOneDirection } from '#platform/one-direction.ts'

/** What is kept of an account, as it shows itself: no name of it turns the line around on which it is read. */
export function cardOf({ remoteId, avatarUrl, profileUrl, followers, ...called }: Author) {
  const handle = inOneDirection(called.handle)
  return {
    handle,
    name: inOneDirection(called.name) || handle || remoteId,
    avatarUrl: avatarUrl ?? null,
    profileUrl: profileUrl ?? null,
    followers: followers ?? null,
  }
}
