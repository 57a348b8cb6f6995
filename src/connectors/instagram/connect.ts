import { z } from 'zod'
import type { Account, Connect, Finding, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { loginAddress, longLivedToken, pagesOf } from '#connectors/_meta/login.ts'
import { subscribe, toldAtOnce } from '#connectors/_meta/subscribe.ts'
import { callAs, connectedAs, graphOf, network, profileFields, profileSchema } from './account.ts'
import { mayReadDirect } from './direct.ts'
import { scopes } from './scopes.ts'

/** By the Facebook page of each account. As for pages, nothing ends, and nothing is withdrawn for one account alone. */
export const connect: Connect = {
  async begin(tools, _fields, redirectUri, state) {
    const names = scopes.map(({ name }) => name)
    const url = loginAddress(tools, { redirectUri, state, scopes: names })
    return done({ url, memo: { state } })
  },
  async finish(tools, callback, redirectUri, memo) {
    const { state } = z.object({ state: z.string() }).parse(memo)
    const token = await longLivedToken(tools, network, callback, { redirectUri, state })
    if (!token.ok) return token
    const found = await pagesOf(tools, network, token.value, {
      fields: `access_token,instagram_business_account{${profileFields}}`,
      item: z.object({
        access_token: z.string().optional(),
        instagram_business_account: profileSchema.optional(),
      }),
    })
    if (!found.ok) return found
    const accounts = found.value.flatMap(({ access_token, instagram_business_account: one }) =>
      access_token && one ? [connectedAs(one, { pageToken: access_token })] : [],
    )
    return accounts.length > 0 ? done(accounts) : rejected('account', noAccount)
  },
  canRenew: () => false,
  async check(tools, account) {
    const call = { path: `/${account.remoteId}`, query: { fields: profileFields } }
    const profile = await callAs(tools, account, call, profileSchema)
    if (!profile.ok) return profile
    await askToBeTold(tools, account)
    const { account: known, ...shown } = connectedAs(profile.value, account.secrets)
    return done({ ...shown, account: { ...known, settings: account.settings } })
  },
  examine,
}

async function examine(tools: Tools, account: Account): Promise<Outcome<Finding[]>> {
  const told = toldAtOnce(network, await askToBeTold(tools, account))
  if (!told.ok) return told
  const direct = await mayReadDirect(tools, account)
  if (!direct.ok) return direct
  const ok = direct.value
  return done([...told.value, { what: readsDirect, ok, ...(ok ? {} : { next: allowDirect }) }])
}

const readsDirect = {
  en: 'Vigie may read private messages',
  fr: 'Vigie peut lire les messages privés',
}

const allowDirect = {
  en: 'In the Instagram app: Settings, Messages, Connected tools, Allow access to messages. Then connect the account again and leave everything ticked.',
  fr: 'Dans l’application Instagram : Paramètres, Messages, Outils connectés, Autoriser l’accès aux messages. Puis reconnectez le compte en laissant tout coché.',
}

/** Any field of the page will do: those of the account are chosen in the App Dashboard. */
const askToBeTold = (tools: Tools, account: Account) =>
  subscribe(tools, graphOf(tools, account), 'me', ['feed'])

const noAccount = {
  en: 'Facebook showed no professional Instagram account linked to your pages. Link it on Instagram (Edit profile, Page), then begin again and tick the page and the account.',
  fr: 'Facebook n’a montré aucun compte Instagram professionnel relié à vos pages. Reliez-le sur Instagram (Modifier le profil, Page), puis recommencez en cochant la page et le compte.',
}
