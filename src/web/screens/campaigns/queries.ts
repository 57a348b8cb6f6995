import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CampaignResults } from '#domain/analytics/api.ts'
import type { UtmExamples, UtmPreset } from '#domain/links/api.ts'
import type { PostSummary } from '#domain/publishing/api.ts'
import type { CampaignSummary, CampaignView } from '#domain/publishing/campaigns/api.ts'
import { api, useCompany } from '#web/api/index.ts'

/** The company's campaigns, archived ones included. */
export function useCampaigns() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['campaigns', id],
    queryFn: ({ signal }) => api.get<CampaignSummary[]>('/campaigns', { signal }),
  })
}

/** The same by id, for marks beside posts. Empty until they are known. */
export function useCampaignMap(): ReadonlyMap<string, CampaignSummary> {
  const { data } = useCampaigns()
  return useMemo(() => new Map((data ?? []).map((one) => [one.id, one])), [data])
}

export function useCampaign(id: string) {
  const company = useCompany()
  return useQuery({
    queryKey: ['campaigns', company.id, id],
    queryFn: ({ signal }) => api.get<CampaignView>(`/campaigns/${id}`, { signal }),
  })
}

/** Under the family of posts: what becomes of one is told there. */
export function useCampaignPosts(id: string) {
  const company = useCompany()
  return useQuery({
    queryKey: ['posts', 'campaign', company.id, id],
    queryFn: ({ signal }) => api.get<PostSummary[]>(`/campaigns/${id}/posts`, { signal }),
  })
}

export function useCampaignResults(id: string) {
  const company = useCompany()
  return useQuery({
    queryKey: ['results', 'campaign', company.id, id],
    queryFn: ({ signal }) => api.get<CampaignResults>(`/campaigns/${id}/results`, { signal }),
  })
}

/** What changes a campaign; what the desk answers takes the place of what was shown. */
export function useChangeCampaign<T>(change: (input: T) => Promise<CampaignView>) {
  const client = useQueryClient()
  const { id } = useCompany()
  return useMutation({
    mutationFn: change,
    onSuccess: (view) => {
      client.setQueryData(['campaigns', id, view.id], view)
      void client.invalidateQueries({ queryKey: ['campaigns', id], exact: true })
    },
  })
}

/** How an address would leave with templates that are still being typed. */
export function useUtmExamples(preset: UtmPreset, campaignName?: string) {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['links', 'tags', 'example', id, preset, campaignName],
    queryFn: ({ signal }) =>
      api.post<UtmExamples>('/links/tags/example', { preset, campaignName }, { signal }),
    placeholderData: (before) => before,
    retry: false,
  })
}
