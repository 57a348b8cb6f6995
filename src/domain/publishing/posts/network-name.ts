import type { Connector } from '#connectors/_contract/connector.ts'
import type { Text } from '#platform/text.ts'

/** What a network is called in a sentence: its name, or its words in each language. */
export const networkName = ({ manifest }: Pick<Connector, 'manifest'>): Text | string =>
  manifest.called ?? manifest.name
