import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  ExperimentSummary,
  ExperimentView,
  ForecastView,
  NewExperiment,
} from '#domain/experiments/api.ts'
import type { PostSummary } from '#domain/publishing/api.ts'
import { api } from '#web/api/index.ts'

export const useExperiments = () =>
  useQuery({
    queryKey: ['experiments'],
    queryFn: ({ signal }) => api.get<ExperimentSummary[]>('/experiments', { signal }),
  })

export const useExperiment = (id: string) =>
  useQuery({
    queryKey: ['experiments', id],
    queryFn: ({ signal }) => api.get<ExperimentView>(`/experiments/${id}`, { signal }),
  })

export type ForecastAsked = { figure: string; minimumEffect: string; certainty: string }

export const useForecast = (asked: ForecastAsked) =>
  useQuery({
    queryKey: ['experiments', 'forecast', asked],
    queryFn: ({ signal }) =>
      api.get<ForecastView>('/experiments/forecast', { query: asked, signal }),
    placeholderData: (before) => before,
    staleTime: 60_000,
  })

const DAY_MS = 86_400_000
const BACK_DAYS = 90
const AHEAD_DAYS = 60

/** Posts that can be compared: drafts, those planned, those of the last 90 days; latest first. */
export const useComparablePosts = () =>
  useQuery({
    queryKey: ['posts', 'comparable'],
    queryFn: async ({ signal }) => {
      const from = new Date(Date.now() - BACK_DAYS * DAY_MS).toISOString()
      const to = new Date(Date.now() + AHEAD_DAYS * DAY_MS).toISOString()
      const [dated, others] = await Promise.all([
        api.get<PostSummary[]>('/posts', { query: { from, to }, signal }),
        api.get<PostSummary[]>('/posts', { signal }),
      ])
      const posts = new Map([...others, ...dated].map((post) => [post.id, post]))
      return [...posts.values()]
        .filter(({ status }) => status !== 'cancelled')
        .sort((a, b) => timeOf(b).localeCompare(timeOf(a)))
    },
  })

const timeOf = (post: PostSummary) => post.scheduledAt ?? post.updatedAt

export const startExperiment = (plan: NewExperiment) =>
  api.post<ExperimentView>('/experiments', plan)

/** What changes a comparison; its new read-out takes the place of the old one at once. */
export function useChange<T>(id: string, change: (input: T) => Promise<ExperimentView>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (view) => {
      client.setQueryData(['experiments', id], view)
      void client.invalidateQueries({ queryKey: ['experiments'], exact: true })
    },
  })
}
