import { defineConnector } from '#connectors/_contract/connector.ts'
import { settingsOf } from './account.ts'
import { connect } from './connect.ts'
import { inbox } from './inbox.ts'
import { listen } from './listen.ts'
import { manifest } from './manifest.ts'
import { metrics } from './metrics.ts'
import { publish } from './publish.ts'
import { stream } from './stream.ts'
import { text } from './text.ts'

export default defineConnector({
  manifest,
  text,
  connect,
  publish,
  inbox,
  metrics,
  listen,
  stream,
  limitsOf(account) {
    const { textMax, mediaServer } = settingsOf(account)
    return { ...(textMax ? { textMax } : {}), ...(mediaServer ? {} : { imagesMax: 0 }) }
  },
})
