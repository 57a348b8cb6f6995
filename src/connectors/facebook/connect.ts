import { z } from 'zod'
import type { Account, Connect, Tools } from '#connectors/_contract/connector.ts'
import { done } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { loginAddress, longLivedToken, pagesOf } from '#connectors/_meta/login.ts'
import { subscribe, toldAtOnce } from '#connectors/_meta/subscribe.ts'
import { callAs, connectedPage, graphOf, network, pageFields, pageSchema } from './page.ts'
import { scopes } from './scopes.ts'

/**
 * No `refresh`, for a page's token has no end. No `revoke` either: Facebook knows only how to withdraw the app from a
 * person, which would cut off all the pages that this person connected.
 */
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
      fields: `${pageFields},access_token,tasks`,
      item: pageSchema.extend({
        access_token: z.string().optional(),
        tasks: z.array(z.string()).default(['CREATE_CONTENT']),
      }),
    })
    if (!found.ok) return found
    const pages = found.value.flatMap((page) =>
      page.access_token && page.tasks.includes('CREATE_CONTENT')
        ? [connectedPage(page, { pageToken: page.access_token })]
        : [],
    )
    return pages.length > 0 ? done(pages) : rejected('page', noPage)
  },
  canRenew: () => false,
  async check(tools, account) {
    const call = { path: `/${account.remoteId}`, query: { fields: pageFields } }
    const page = await callAs(tools, account, call, pageSchema)
    if (!page.ok) return page
    await askToBeTold(tools, account)
    const { account: known, ...shown } = connectedPage(page.value, account.secrets)
    return done({ ...shown, account: { ...known, settings: account.settings } })
  },
  examine: async (tools, account) => toldAtOnce(network, await askToBeTold(tools, account)),
}

const askToBeTold = (tools: Tools, account: Account) =>
  subscribe(tools, graphOf(tools, account), account.remoteId, ['feed', 'messages'])

const noPage = {
  en: 'Facebook showed no page where you may publish. Begin again and tick your pages, or ask an administrator of the page for that right.',
  fr: 'Facebook n’a montré aucune page où vous pouvez publier. Recommencez en cochant vos pages, ou demandez ce droit à un administrateur de la page.',
}
