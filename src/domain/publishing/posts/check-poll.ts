import type { Copy } from './copy.ts'
import { type Finding, finding } from './finding.ts'
import * as words from './findings.ts'
import { networkName } from './network-name.ts'

const DAY = 1440

/** What a network would refuse of the poll. Where it has none, the post leaves without: that is advice. */
export function checkPoll({ poll, limits, connector, images }: Copy): Finding[] {
  const taken = limits.poll
  if (!poll || !taken) return []
  const network = networkName(connector)
  const problems: Finding[] = []
  const say = (field: string, text: Finding['text'], params = {}) =>
    problems.push(finding(field, text, { network, ...params }))
  if (images.length > 0 && !taken.withImages) say('poll', words.pollOrImages)
  if (poll.choices.length > taken.choicesMax)
    say('poll/choices', words.tooManyChoices, { max: taken.choicesMax })
  for (const [i, choice] of poll.choices.entries()) {
    const over = connector.text.count(choice) - taken.choiceLength
    if (choice.trim() === '') say(`poll/choices/${i}`, words.emptyChoice)
    else if (over > 0) say(`poll/choices/${i}`, words.choiceTooLong, { max: taken.choiceLength })
    if (poll.choices.indexOf(choice) < i) say(`poll/choices/${i}`, words.sameChoice)
  }
  if (poll.minutes < taken.minutesMin || poll.minutes > taken.minutesMax)
    say('poll/minutes', words.pollDuration, {
      min: taken.minutesMin,
      days: Math.floor(taken.minutesMax / DAY),
    })
  if (poll.multiple && !taken.multiple) say('poll/multiple', words.oneAnswer)
  return problems
}

export function pollAdvice({ poll, limits, connector }: Copy): Finding[] {
  if (!poll || limits.poll) return []
  return [finding('poll', words.noPolls, { network: networkName(connector) })]
}
