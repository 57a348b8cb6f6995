import { defineConnector } from '#connectors/_contract/connector.ts'
import { connect } from './connect.ts'
import { inbox } from './inbox.ts'
import { manifest } from './manifest.ts'
import { publish } from './publish.ts'
import { site } from './site.ts'
import { text } from './text.ts'

export default defineConnector({ manifest, text, connect, inbox, publish, site })
