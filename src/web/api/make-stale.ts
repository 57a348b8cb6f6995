import type { Query, QueryClient } from '@tanstack/react-query'

const again = new WeakSet<Query>()

/**
 * Asks again for what is shown of a family. What is being asked for at that moment may bring an answer from before the
 * change: it is let finish, or a busy desk would never see one arrive, and asked for once more after that.
 */
export function makeStale(client: QueryClient, family: string): void {
  const queryKey = [family]
  for (const query of client.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching' })) {
    if (again.has(query)) continue
    again.add(query)
    const ask = () => {
      again.delete(query)
      void client.invalidateQueries({ queryKey: query.queryKey, exact: true })
    }
    query.promise?.then(ask, ask)
  }
  void client.invalidateQueries({ queryKey }, { cancelRefetch: false })
}
