import { z } from 'zod'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import {
  isNobodyThere,
  noServerAt,
  notAnAddress,
  rejected,
} from '#connectors/_contract/refusals.ts'
import { serverAddress } from '#connectors/_contract/server-address.ts'
import { settingsOf, tokenOf } from './account.ts'
import { call, callAs, network } from './api.ts'
import { handleOf, personSchema } from './views.ts'

export const connect: Connect = { withCredentials, check, revoke, canRenew: () => false }

const loginSchema = z.object({ jwt: z.string().nullish() })

async function withCredentials(
  tools: Tools,
  fields: Record<string, string>,
): Promise<Outcome<Connected>> {
  const typed = (name: string) => fields[name]?.trim() ?? ''
  const server = serverAddress(typed('server'))
  if (!server) return rejected('server', notAnAddress(typed('server')))
  const json = {
    username_or_email: typed('user'),
    password: fields['password'] ?? '',
    ...(typed('totp') ? { totp_2fa_token: typed('totp').replace(/\s/g, '') } : {}),
  }
  const login = await call(tools, { server }, { path: '/user/login', json }, loginSchema)
  if (!login.ok) {
    const { failure } = login
    const known = Object.entries(refusals).find(([word]) => failure.detail.includes(word))
    if (known) return failed({ ...failure, kind: 'rejected', ...known[1] })
    const isElsewhere = isNobodyThere(failure) || /^404\b/.test(failure.detail)
    return isElsewhere ? rejected('server', noServerAt(typed('server'), network)) : login
  }
  const token = login.value.jwt
  if (!token) return rejected('user', notActivated)
  const person = await whoAmI(tools, { server, token })
  if (!person.ok) return person
  const community = await findCommunity(tools, { server, token }, typed('community'))
  return community.ok ? done(connected(server, token, person.value, community.value)) : community
}

const siteSchema = z.object({
  my_user: z.object({ local_user_view: z.object({ person: personSchema }) }).nullish(),
})

/** A token that is no good any more is no error to Lemmy: it answers as to a stranger. */
async function whoAmI(tools: Tools, at: { server: string; token: string }) {
  const site = await call(tools, at, { path: '/site' }, siteSchema)
  if (!site.ok) return site
  const person = site.value.my_user?.local_user_view.person
  return person
    ? done(person)
    : failed({ kind: 'auth', detail: 'the server does not know the token' })
}

const communitySchema = z.object({
  community_view: z.object({
    community: z.object({
      id: z.number(),
      name: z.string(),
      actor_id: z.string(),
      removed: z.boolean().default(false),
      deleted: z.boolean().default(false),
      posting_restricted_to_mods: z.boolean().default(false),
    }),
    banned_from_community: z.boolean().default(false),
  }),
})

interface Community {
  id: number
  name: string
}

async function findCommunity(
  tools: Tools,
  at: { server: string; token: string },
  typed: string,
): Promise<Outcome<Community>> {
  const name = communityIn(typed, at.server)
  if (!name) return rejected('community', notACommunity)
  const found = await call(tools, at, { path: '/community', query: { name } }, communitySchema)
  if (!found.ok) return found
  const { community, banned_from_community: isBanned } = found.value.community_view
  if (community.removed || community.deleted) return rejected('community', closed)
  if (isBanned) return rejected('community', banned)
  const full = `${community.name}@${URL.parse(community.actor_id)?.host ?? ''}`
  return done({ id: community.id, name: full })
}

/** `menuiserie@lemmy.world`, `!menuiserie@lemmy.world`, its address, or the bare name on our own server. */
export function communityIn(typed: string, server: string): string | null {
  const [, host, named] = /^https?:\/\/([^/]+)\/c\/([\w@.-]+)\/?$/i.exec(typed) ?? []
  if (host && named) {
    const isOurs = new URL(server).host === host
    return isOurs || named.includes('@') ? named : `${named}@${host}`
  }
  return /^!?(\w+(?:@[\w.:-]+)?)$/.exec(typed)?.[1] ?? null
}

function connected(
  server: string,
  token: string,
  person: z.infer<typeof personSchema>,
  community: Community,
): Connected {
  return {
    account: {
      remoteId: `${person.actor_id} ${community.name}`,
      handle: handleOf(person),
      settings: {
        server,
        personId: person.id,
        communityId: community.id,
        community: community.name,
      },
      secrets: { token },
    },
    displayName: `${person.display_name || person.name} → ${community.name}`,
    ...(person.avatar ? { avatarUrl: person.avatar } : {}),
    profileUrl: person.actor_id,
  }
}

async function check(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const { server, communityId, community } = settingsOf(account)
  const token = tokenOf(account)
  const person = await whoAmI(tools, { server, token })
  if (!person.ok) return person
  return done(connected(server, token, person.value, { id: communityId, name: community }))
}

/** Other tokens of the person go on: this one alone is ended. */
async function revoke(tools: Tools, account: Account): Promise<Outcome<null>> {
  const left = await callAs(tools, account, { path: '/user/logout', json: {} }, z.unknown())
  const isOver = !left.ok && ['auth', 'rejected'].includes(left.failure.kind)
  return left.ok || isOver ? done(null) : left
}

const wrongPair = {
  en: 'This server does not take that user name with that password.',
  fr: 'Ce serveur refuse ce nom d’utilisateur avec ce mot de passe.',
}

const refusals: Record<string, { field: string; reason: { en: string; fr: string } }> = {
  incorrect_login: { field: 'password', reason: wrongPair },
  couldnt_find_person: { field: 'user', reason: wrongPair },
  couldnt_find_that_username_or_email: { field: 'user', reason: wrongPair },
  missing_totp_token: {
    field: 'totp',
    reason: {
      en: 'This account has a second factor: type the code that your telephone shows now.',
      fr: 'Ce compte a un second facteur : tapez le code que votre téléphone affiche maintenant.',
    },
  },
  incorrect_totp_token: {
    field: 'totp',
    reason: {
      en: 'The code is wrong or too old: type the one that your telephone shows now.',
      fr: 'Le code est faux ou trop ancien : tapez celui que votre téléphone affiche maintenant.',
    },
  },
}

const notActivated = {
  en: 'This account is not open yet: the server waits for its e-mail to be confirmed, or its keeper’s word.',
  fr: 'Ce compte n’est pas encore ouvert : le serveur attend la confirmation de son e-mail, ou l’accord de l’administrateur.',
}
const notACommunity = {
  en: 'Write the name of a community, like menuiserie@lemmy.world.',
  fr: 'Écrivez le nom d’une communauté, comme menuiserie@lemmy.world.',
}
const closed = {
  en: 'This community is closed.',
  fr: 'Cette communauté est fermée.',
}
const banned = {
  en: 'This account is banned from the community.',
  fr: 'Ce compte est banni de la communauté.',
}
