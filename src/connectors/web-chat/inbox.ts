import type { Inbound, Inbox, VisitorSaid } from '#connectors/_contract/connector.ts'
import { done, failed } from '#connectors/_contract/failure.ts'

/** What visitors wrote is in the desk's own book: it is read from there, and from nowhere else. */
export const inbox: Inbox = {
  async read({ visits }, _account, cursor) {
    if (!visits) return failed({ kind: 'transient', detail: 'no book of visits at hand' })
    const { items, cursor: next } = await visits.said(cursor)
    return done({ items: items.map(inboundOf), ...(next === undefined ? {} : { cursor: next }) })
  },
}

function inboundOf({ id, threadId, name, text, at }: VisitorSaid): Inbound {
  // The end of the id: its beginning is the time, the same for all who come in one minute.
  const handle = `web-${threadId.slice(-6)}`
  return {
    remoteId: id,
    kind: 'message',
    threadId,
    author: { remoteId: threadId, handle, name: name ?? handle },
    text,
    at,
    data: { threadId },
  }
}
