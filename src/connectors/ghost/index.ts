import { defineConnector } from '#connectors/_contract/connector.ts'
import { connect } from './connect.ts'
import { inbox } from './inbox.ts'
import { manifest } from './manifest.ts'
import { metrics } from './metrics.ts'
import { checkOptions } from './options.ts'
import { publish } from './publish.ts'
import { text } from './text.ts'

export default defineConnector({ manifest, text, connect, publish, inbox, metrics, checkOptions })
