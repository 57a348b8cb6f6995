import { useNavigate } from '@tanstack/react-router'

type Search = Record<string, unknown>

/** Opens the composer on a new post that is of this campaign from its first word. */
export function useWriteFor(campaignId: string): () => void {
  const navigate = useNavigate()
  return () =>
    void navigate({
      to: '.',
      search: (before: Search) => ({ ...before, compose: 'new', campaign: campaignId }),
    })
}
