import { defineConnector } from '#connectors/_contract/connector.ts'
import { limitsIn } from './account.ts'
import { connect } from './connect.ts'
import { inbox } from './inbox.ts'
import { listen } from './listen.ts'
import { manifest } from './manifest.ts'
import { mention } from './mention.ts'
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
  mention,
  stream,
  limitsOf: limitsIn,
})
