import { defineConnector } from '#connectors/_contract/connector.ts'
import { connect } from './connect.ts'
import { manifest } from './manifest.ts'
import { metrics } from './metrics.ts'
import { publish } from './publish.ts'
import { text } from './text.ts'

export default defineConnector({ manifest, text, connect, publish, metrics })
