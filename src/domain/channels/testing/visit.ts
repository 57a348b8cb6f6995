import type { Caller } from '#support/caller.ts'

export const keys = { clientId: 'morel-app', clientSecret: 'tres-secret' }

/** Goes to the market and comes back with what it brings. @returns the address of the screen it ends on */
export async function visit(who: Caller, brings = 'code=ok'): Promise<URL> {
  const begun = await who.post<{ url: string }>('/channels/oauth', {
    connectorId: 'market',
    fields: {},
  })
  if (begun.status !== 200) throw new Error(JSON.stringify(begun.body))
  const state = new URL(begun.body.url).searchParams.get('state')
  return comeBack(who, `state=${state}&${brings}`)
}

export async function comeBack(who: Caller, query: string): Promise<URL> {
  const { status, headers } = await who.get(`/api/connect/callback?${query}`)
  if (status !== 302) throw new Error(`answered ${status}`)
  return new URL(String(headers['location']), 'https://desk.example')
}
