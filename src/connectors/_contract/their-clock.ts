import { type Request, send } from './ask.ts'
import type { Tools } from './connector.ts'
import { done, type Outcome } from './failure.ts'

/**
 * When a delivery was planned, on the network's clock, told by the `Date` of any of its answers; a little earlier, for
 * times are told in seconds. Without that header we allow five minutes of difference.
 * @param asked what any answer is got with; what it says is not looked at
 */
export async function plannedOnTheirClock(
  tools: Tools,
  asked: Request,
  plannedAt: Date,
): Promise<Outcome<Date>> {
  const answer = await send(tools, asked)
  if (!answer.ok) return answer
  const theirs = Date.parse(answer.value.headers.get('date') ?? '')
  const isTold = !Number.isNaN(theirs)
  const ahead = isTold ? theirs - tools.clock.now().getTime() : 0
  return done(new Date(plannedAt.getTime() + ahead - (isTold ? 5000 : 5 * 60_000)))
}
