import { defineConnector } from '#connectors/_contract/connector.ts'
import { connect } from './connect.ts'
import { inbox } from './inbox.ts'
import { imagesMax } from './limits.ts'
import { manifest } from './manifest.ts'
import { metrics } from './metrics.ts'
import { publish } from './publish.ts'
import { siteOf } from './site.ts'
import { text } from './text.ts'

export default defineConnector({
  manifest,
  text,
  connect,
  publish,
  inbox,
  metrics,
  limitsOf: (account) => ({ imagesMax: siteOf(account).canUpload ? imagesMax : 0 }),
})
