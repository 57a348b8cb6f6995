import { useQuery } from '@tanstack/react-query'
import type { CasesOfMentions } from '#domain/cases/api.ts'
import { api, useCompany } from '#web/api/index.ts'

/** What was made of a mention. Rows that appear together ask together. */
export function useCasesOf(mentionId: string) {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['cases', id, 'of', mentionId],
    queryFn: async () => (await askSoon(mentionId)).filter((one) => one.mentionId === mentionId),
  })
}

/** As many as an address bears. */
const MOST = 100
let bunch: { ids: Set<string>; answer: Promise<CasesOfMentions> } | null = null

function askSoon(mentionId: string): Promise<CasesOfMentions> {
  if (!bunch || bunch.ids.size >= MOST) {
    const ids = new Set<string>()
    const mine = {
      ids,
      answer: Promise.resolve().then(() => {
        if (bunch === mine) bunch = null
        return api.get<CasesOfMentions>('/cases/of-mentions', {
          query: { ids: [...ids].join(',') },
        })
      }),
    }
    bunch = mine
  }
  bunch.ids.add(mentionId)
  return bunch.answer
}
