import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemMessage } from './problem-message.tsx'
import { Skeleton } from './skeleton.tsx'

interface QueryViewProps<T> {
  query: UseQueryResult<T>
  skeleton?: ReactNode
  children: (data: T) => ReactNode
}

/** Rows to come, then the data, or what went wrong with a way to try again. */
export function QueryView<T>({ query, skeleton, children }: QueryViewProps<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.isError)
    return <ProblemMessage problem={query.error} retry={() => void query.refetch()} />
  return skeleton ?? <Skeleton />
}
