import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '#web/api/index.ts'
import { useFormat } from '#web/ui/index.ts'

const AGAIN_MS = 12_000

/** Who else has this post open: their changes and yours meet at the next save, and nothing is overwritten silently. */
export default function WhoElse({ postId }: { postId: string }) {
  const { locale } = useFormat()
  const { data: others = [] } = useQuery({
    queryKey: ['presence', postId],
    queryFn: async () =>
      (await api.post<{ others: string[] }>(`/posts/${postId}/presence`, { here: true })).others,
    refetchInterval: AGAIN_MS,
    staleTime: 0,
    retry: false,
  })
  useEffect(
    () => () => {
      api.post(`/posts/${postId}/presence`, { here: false }).catch(() => {})
    },
    [postId],
  )
  const names = new Intl.ListFormat(locale).format(others)
  return (
    <p role="status" className="text-xs font-medium text-wait empty:hidden">
      {others.length > 0 && <Trans>Also open by {names}</Trans>}
    </p>
  )
}
