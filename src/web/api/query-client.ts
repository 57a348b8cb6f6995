import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './problem.ts'

/**
 * Reads are kept fresh by live events, so they may be a minute old; a refusal is never retried,
 * only what may pass by itself (network cut, 5xx, 429) twice.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        retry: (count, error) => count < 2 && mayPass(error),
        retryDelay: (count) => Math.min(1000 * 2 ** count, 8000),
        refetchOnWindowFocus: 'always',
      },
      mutations: { retry: false },
    },
  })
}

function mayPass(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return false
  return error.status === 0 || error.status >= 500 || error.status === 429
}
