import { type Connector, defineConnector } from '#connectors/_contract/connector.ts'
import { done } from '#connectors/_contract/failure.ts'

const own = { source: 'made for tests', date: '2026-11-25' }

/** Places where a person puts things up by hand, for tests: a window, and one that was walled up. */
export const shopWindow = (): Connector =>
  defineConnector({
    manifest: {
      id: 'window',
      name: 'Window',
      called: { en: 'Window', fr: 'Vitrine' },
      stamp: 'VI',
      description: { en: 'A shop window.', fr: 'Une vitrine.' },
      capabilities: { publish: true, inbox: false, metrics: false, listen: false },
      handed: true,
      connect: {
        method: 'credentials',
        fields: [],
        help: { en: 'None needed.', fr: 'Rien à faire.' },
      },
      idempotency: 'none',
      images: {
        max: { value: 4, ...own },
        maxBytes: { value: 1_000_000, ...own },
        types: ['image/jpeg', 'image/png'],
      },
      follow: { thread: false, comment: false },
      metrics: { post: [], channel: [] },
      docs: [],
    },
    text: { count: (text) => [...text].length, spans: () => [] },
    connect: {
      withCredentials: async (_tools, { handle = '' }) => done(windowNamed(handle)),
      check: async (_tools, { handle }) => done(windowNamed(handle)),
    },
    handed: ({ settings }) => ({
      called: { en: 'Window', fr: 'Vitrine' },
      stamp: 'VI',
      steps: [
        { en: 'Print it', fr: 'L’imprimer' },
        { en: 'Put it up', fr: 'L’afficher' },
      ],
      proof: 'photo',
      counts: ['views', 'likes', 'replies', 'check-ins'],
      visits: true,
      ...(settings['walled'] === true
        ? { closed: { en: 'It was walled up.', fr: 'Elle a été murée.' } }
        : {}),
    }),
  })

const windowNamed = (handle: string) => ({
  account: {
    remoteId: handle,
    handle,
    settings: { walled: handle === 'murée' },
    secrets: {},
  },
  displayName: `Vitrine ${handle}`,
  profileUrl: '',
})
