import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { CheckedExpression, QueryExample } from '#domain/listening/api.ts'
import { api, useCompany } from '#web/api/index.ts'

const PAUSE_MS = 350

/** What the desk makes of an expression, a moment after the last key. */
export function useExpressionCheck(
  expression: string,
  { examples = [], name }: { examples?: readonly QueryExample[]; name?: string | undefined } = {},
) {
  const { id } = useCompany()
  const settled = useSettled(expression.trim() === '' ? '' : expression)
  const written = examples.filter(({ text }) => text.trim() !== '')
  return useQuery({
    queryKey: ['expression-check', id, settled, written, name],
    queryFn: ({ signal }) =>
      api.post<CheckedExpression>(
        '/queries/check',
        { expression: settled, examples: written, ...(name ? { name } : {}) },
        { signal },
      ),
    enabled: settled !== '',
    placeholderData: settled === '' ? undefined : keepPreviousData,
    // A place in a text that has changed since would point at the wrong word.
    select: (checked) => (settled === expression ? checked : { ...checked, error: null }),
    staleTime: 60_000,
    retry: false,
  })
}

function useSettled(value: string): string {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
