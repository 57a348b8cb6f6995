import { defineConnector } from '#connectors/_contract/connector.ts'
import { connect } from './connect.ts'
import { listen } from './listen.ts'
import { manifest } from './manifest.ts'
import { text } from './text.ts'

export default defineConnector({ manifest, text, connect, listen })
