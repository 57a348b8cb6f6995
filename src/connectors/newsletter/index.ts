import { defineConnector } from '#connectors/_contract/connector.ts'
import { metricsOfLetters as metrics } from '#connectors/_contract/letters.ts'
import { connect } from './connect.ts'
import { inbox } from './inbox.ts'
import { letters } from './letters.ts'
import { manifest } from './manifest.ts'
import { publish } from './publish.ts'
import { text } from './text.ts'

export default defineConnector({ manifest, text, connect, publish, inbox, metrics, letters })
