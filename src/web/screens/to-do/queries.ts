import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { HandFigures, VisitsView } from '#domain/analytics/by-hand/api.ts'
import type { ChannelView } from '#domain/channels/api.ts'
import type { TasksView, TaskView } from '#domain/publishing/tasks/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import { useFormat, useProblemWords, useToast } from '#web/ui/index.ts'

/** What there is to do by hand, in the reader's language. */
export function useTasks() {
  const { id } = useCompany()
  const { locale } = useFormat()
  return useQuery({
    queryKey: ['posts', 'tasks', id, locale],
    queryFn: ({ signal }) => api.get<TasksView>('/tasks', { signal }),
  })
}

export type Said =
  | { what: 'done'; body: { content: string; url?: string; mediaId?: string } }
  | { what: 'not-done'; body: { reason: string } }
  | { what: 'later'; body: { wallTime: string; timeZone: string } }
  | { what: 'ticks'; body: { ticked: number[] } }
  | { what: 'undo'; body: Record<never, never> }

const say = (id: string, { what, body }: Said) => api.post<TaskView>(`/tasks/${id}/${what}`, body)

/** Says something of a task. What goes wrong is said at the bottom of the screen. */
export function useSay(id: string) {
  const client = useQueryClient()
  const toast = useToast()
  const words = useProblemWords()
  return useMutation({
    mutationFn: (said: Said) => say(id, said),
    onError(problem) {
      const { title, detail } = words(problem)
      toast({ kind: 'bad', text: `${title}. ${detail}` })
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['posts'] }),
  })
}

/** Takes back what was said. */
export function useUndo() {
  const client = useQueryClient()
  return (id: string) =>
    void say(id, { what: 'undo', body: {} }).finally(() =>
      client.invalidateQueries({ queryKey: ['posts'] }),
    )
}

/** What was counted of a post by hand. */
export function useFigures(deliveryId: string) {
  const { locale } = useFormat()
  return useQuery({
    queryKey: ['results', 'figures', deliveryId, locale],
    queryFn: ({ signal }) => api.get<HandFigures>(`/deliveries/${deliveryId}/figures`, { signal }),
  })
}

/** Accounts where people check in. */
export function usePlaces() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['channels', id],
    queryFn: ({ signal }) => api.get<ChannelView[]>('/channels', { signal }),
    select: (list) =>
      list.filter(({ state, handed }) => state !== 'disconnected' && handed?.visits),
  })
}

export function useVisits(channelId: string, range: { from: string; to: string }) {
  const { locale } = useFormat()
  return useQuery({
    queryKey: ['results', 'visits', channelId, range.from, range.to, locale],
    queryFn: ({ signal }) =>
      api.get<VisitsView>(`/channels/${channelId}/visits`, { query: range, signal }),
  })
}
