import type { Connector } from './connector.ts'
import type { Listen } from './reading.ts'

export type FeedReader = Connector & { listen: Listen }

/** Whether it reads what stands at an address, and asks for nothing else: no account, no keys of an app, no other field. */
export const readsFeeds = (connector: Connector): connector is FeedReader =>
  connector.listen !== undefined &&
  !connector.listen.searches &&
  !connector.listen.watches &&
  connector.manifest.connect.method === 'none' &&
  !connector.manifest.connect.app &&
  connector.manifest.connect.fields.every(({ kind, name }) => kind === 'url' && name === 'url')
