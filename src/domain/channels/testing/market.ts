import {
  type Account,
  type Connect,
  type Connected,
  type Connector,
  defineConnector,
  type Finding,
  type Published,
  type Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import type { ManifestInput } from '#connectors/_contract/manifest.ts'

/** A network that asks for an app, for tests: it does as it is told, and notes who called with which keys. */
export interface Market {
  connector: Connector
  /** Everything that was asked of it, with the keys that came along. */
  asked: { what: string; app: Record<string, string> | undefined }[]
  /** The stalls of whoever signs in there. */
  stalls: string[]
  /** What taking somebody back answers instead. */
  refusal: Failure | undefined
  revoked: boolean
  expiresAt: Date | undefined
  /** What it tells of an account that is examined. */
  findings: Finding[]
  /** How often each name was asked for. */
  count(what: string): number
}

/** @param changes of the manifest @param parts of how accounts are connected */
export function market(changes: Partial<ManifestInput> = {}, parts: Partial<Connect> = {}): Market {
  const note = (what: string, tools: Tools) =>
    void (it.asked.push({ what, app: tools.app }), calledWithTheDesk(tools))
  const known = (account: Account): Connected => ({
    account,
    displayName: `Étal ${account.handle}`,
    kind: { en: 'Stall', fr: 'Étal' },
    profileUrl: `https://market.example/${account.remoteId}`,
    ...(it.expiresAt ? { expiresAt: it.expiresAt } : {}),
  })
  const checked = (account: Account): Outcome<Connected> =>
    it.revoked ? failed({ kind: 'auth', detail: 'token revoked' }) : done(known(account))
  const connector = defineConnector({
    manifest: { ...manifest, ...changes },
    text: { count: (words) => [...words].length, spans: () => [] },
    connect: {
      begin: async (tools, _fields, redirectUri, state) => {
        note('begin', tools)
        const url = new URL('https://market.example/allow')
        url.search = new URLSearchParams({ redirect_uri: redirectUri, state }).toString()
        return done({ url: url.href, memo: {} })
      },
      finish: async (tools) => {
        note('finish', tools)
        if (it.refusal) return failed(it.refusal)
        const found = it.stalls.map((name) => known(stall(name)))
        const [only] = found
        return done(only && found.length === 1 ? only : found)
      },
      explain: (callback) =>
        callback.get('market_error') === 'no_stall'
          ? {
              reason: { en: 'You have no stall here.', fr: 'Vous n’avez pas d’étal ici.' },
              next: { en: 'Rent one.', fr: 'Louez-en un.' },
            }
          : null,
      check: async (tools, account) => (note('check', tools), checked(account)),
      refresh: async (tools, { remoteId }) => {
        note('refresh', tools)
        it.revoked = false
        return done({ secrets: { token: `jeton-neuf-${remoteId}` } })
      },
      revoke: async (tools) => (note('revoke', tools), done(null)),
      examine: async (tools) => (note('examine', tools), done(it.findings)),
      ...parts,
    },
    publish: {
      publish: async (tools) => (note('publish', tools), done(post())),
      confirm: async (tools) => (note('confirm', tools), done(null)),
      remove: async () => done(null),
    },
    inbox: { read: async (tools) => (note('inbox', tools), done({ items: [] })) },
    metrics: {
      posts: async (tools) => (note('counts', tools), done({})),
      channel: async (tools) => (note('counts', tools), done({ followers: 3 })),
    },
    listen: { read: async (tools) => (note('listen', tools), done({ items: [] })) },
    mention: { search: async (tools) => (note('mention', tools), done([])) },
  })
  const it: Market = {
    connector,
    asked: [],
    stalls: ['morel'],
    refusal: undefined,
    revoked: false,
    expiresAt: undefined,
    findings: [],
    count: (what) => it.asked.filter((one) => one.what === what).length,
  }
  return it
}

/** A connector gets its tools and never the desk: no database, no key of the desk. */
function calledWithTheDesk(tools: object): void {
  if ('db' in tools || 'secrets' in tools) throw new Error('a connector was given the desk')
}

const stall = (name: string): Account => ({
  remoteId: name,
  handle: `@${name}`,
  settings: {},
  secrets: { token: `jeton-${name}` },
})

const post = (): Published => ({
  remoteId: 'p1',
  url: 'https://market.example/p1',
  publishedAt: new Date('2026-11-23T08:00:00Z'),
})

const own = { source: 'made for tests', date: '2026-11-25' }
const text = {
  en: 'A market whose stalls announce what they sell.',
  fr: 'Un marché dont les étals annoncent ce qu’ils vendent.',
}
const help = {
  en: 'Continue, sign in on the market and allow Vigie.',
  fr: 'Continuez, identifiez-vous sur le marché et autorisez Vigie.',
}

const manifest: ManifestInput = {
  id: 'market',
  name: 'Marché',
  stamp: 'Ma',
  description: text,
  capabilities: { publish: true, inbox: true, metrics: true, listen: true },
  connect: {
    method: 'oauth',
    fields: [],
    help,
    answersAt: 'https://market.example/',
    app: {
      fields: [
        { name: 'clientId', label: { en: 'Client ID', fr: 'Identifiant client' }, kind: 'text' },
        { name: 'clientSecret', label: { en: 'Secret', fr: 'Secret' }, kind: 'password' },
        { name: 'team', label: { en: 'Team', fr: 'Équipe' }, kind: 'text', required: false },
      ],
      steps: [
        {
          text: {
            en: 'Sign in as the holder of a stall, press “My apps”, then “New app”.',
            fr: 'Identifiez-vous comme titulaire d’un étal, puis « My apps » et « New app ».',
          },
          url: 'https://market.example/apps',
        },
        {
          text: {
            en: 'Under “Callback URL”, enter {redirectUri} and save.',
            fr: 'Dans « Callback URL », saisissez {redirectUri} et enregistrez.',
          },
        },
      ],
      scopes: [
        {
          name: 'stall:read',
          why: { en: 'To show the name of your stall.', fr: 'Pour afficher le nom de votre étal.' },
        },
        {
          name: 'stall:publish',
          why: { en: 'To publish what you plan.', fr: 'Pour publier ce que vous programmez.' },
        },
      ],
      review: {
        en: 'Until the market has looked at the app (two weeks), only its own team can connect.',
        fr: 'Tant que le marché n’a pas examiné l’application (deux semaines), seule son équipe peut se connecter.',
      },
      ...own,
    },
  },
  idempotency: 'read-back',
  text: { max: { value: 300, ...own }, unit: 'characters' },
  metrics: { post: ['likes'], channel: ['followers'] },
  docs: [],
}
