import { type Connector, defineConnector, type Outgoing } from '#connectors/_contract/connector.ts'
import { done, failed } from '#connectors/_contract/failure.ts'
import type { Manifest } from '#connectors/_contract/manifest.ts'
import { connectAs } from './connect.ts'
import { inbox } from './inbox.ts'
import { metrics } from './metrics.ts'
import { publishWhat } from './publish.ts'
import { takenBy } from './refuse.ts'
import { twinManifest } from './twin-manifest.ts'

/**
 * A practice twin of another network: its limits, its way of counting and its refusals, on the practice network and
 * before its audience. Nothing is asked of the real one.
 */
export function playAs(network: Connector): Connector {
  const { id } = network.manifest
  const manifest = twinManifest(network.manifest)
  const { publish, readPoll, ...rest } = publishWhat(takenBy(manifest, network))
  const { checkOptions } = network
  return defineConnector({
    manifest,
    text: network.text,
    connect: connectAs(id),
    publish: {
      ...rest,
      publish: (tools, account, outgoing) =>
        publish(tools, account, asItLeaves(manifest, outgoing)),
      idIn: ({ handle, ...account }, url) =>
        rest.idIn({ ...account, handle: `${handle}@${id}` }, url),
      ...(manifest.poll ? { readPoll } : {}),
      ...(manifest.idempotency === 'none' ? { confirm: async () => unreadable } : {}),
    },
    ...(manifest.capabilities.inbox ? { inbox } : {}),
    ...(manifest.capabilities.metrics ? { metrics: countsOf(manifest) } : {}),
    // Without the account: its settings are not those of the network.
    ...(checkOptions ? { checkOptions: (options) => checkOptions(options) } : {}),
  })
}

const unreadable = failed({
  kind: 'unknown-outcome',
  detail: 'posts cannot be read back there',
})

/** A network that takes no description is sent none. */
function asItLeaves({ images: takes, video: film }: Manifest, outgoing: Outgoing): Outgoing {
  const { images, video } = outgoing
  return {
    ...outgoing,
    images: takes?.described === false ? images.map((image) => ({ ...image, alt: '' })) : images,
    ...(video && film?.described === false ? { video: { ...video, alt: '' } } : {}),
  }
}

/** Of what the practice network counts, only what the other one tells. */
function countsOf({ metrics: tells }: Manifest): typeof metrics {
  return {
    posts: async (...asked) => {
      const told = await metrics.posts(...asked)
      if (!told.ok) return told
      const counts = Object.entries(told.value).map(([id, one]) => [id, only(tells.post, one)])
      return done(Object.fromEntries(counts))
    },
    channel: async (...asked) => {
      const told = await metrics.channel(...asked)
      return told.ok ? done(only(tells.channel, told.value)) : told
    },
  }
}

function only<K extends string>(keys: readonly K[], counts: Partial<Record<K, number>>) {
  const kept: Partial<Record<K, number>> = {}
  for (const key of keys) if (counts[key] !== undefined) kept[key] = counts[key]
  return kept
}
