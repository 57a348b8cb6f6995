import { Refused } from './desk.mjs'

/**
 * The accounts a person named, as `atelier.morel` or `mastodon:@morel@example`; the only one there is when none was.
 * @throws Refused when a name is nobody's, or several accounts'
 */
export async function chosenAccounts(desk, names, words) {
  const accounts = (await desk.get('/channels')).filter(({ state }) => state !== 'disconnected')
  if (names.length === 0) return accounts.length === 1 ? [{ channelId: accounts[0].id }] : []
  return names.map((name) => {
    const found = accounts.filter((account) => isCalled(account, name))
    if (found.length === 1) return { channelId: found[0].id }
    const list = (found.length > 1 ? found : accounts).map(fullName).join(', ')
    throw new Refused(
      found.length > 1 ? words.twoAccounts(name, list) : words.noSuchAccount(name, list),
    )
  })
}

const bare = (handle) => handle.replace(/^@/, '').toLowerCase()
const fullName = ({ connectorId, handle }) => `${connectorId}:${handle}`

function isCalled({ id, connectorId, handle }, name) {
  const [network, rest] = name.includes(':') ? name.split(/:(.*)/s) : [null, name]
  if (network && network !== connectorId) return false
  return id === name || bare(handle) === bare(rest)
}
