import type { CheckView } from '#domain/publishing/api.ts'

/** One sentence, and the accounts it is said of. */
export interface Finding {
  sentence: string
  isProblem: boolean
  channelIds: string[]
}

/** What the networks say, each sentence once, what would be refused first. */
export function findingsOf(
  channels: readonly Pick<CheckView['channels'][number], 'channelId' | 'problems' | 'advice'>[],
): Finding[] {
  const found = new Map<string, Finding>()
  for (const { channelId, problems, advice } of channels) {
    const all = [
      ...problems.map(({ sentence }) => ({ sentence, isProblem: true })),
      ...advice.map(({ sentence }) => ({ sentence, isProblem: false })),
    ]
    for (const { sentence, isProblem } of all) {
      const finding = found.get(`${isProblem} ${sentence}`) ?? {
        sentence,
        isProblem,
        channelIds: [],
      }
      if (!finding.channelIds.includes(channelId)) finding.channelIds.push(channelId)
      found.set(`${isProblem} ${sentence}`, finding)
    }
  }
  return [...found.values()].toSorted((a, b) => Number(b.isProblem) - Number(a.isProblem))
}

/** The sentence a network says of one of its options, if it would refuse it. */
export function optionProblem(
  channels: readonly Pick<CheckView['channels'][number], 'channelId' | 'problems'>[],
  channelId: string,
  option: string,
): string | undefined {
  const { problems = [] } = channels.find((one) => one.channelId === channelId) ?? {}
  return problems.find(({ field }) => field === `options/${option}`)?.sentence
}
