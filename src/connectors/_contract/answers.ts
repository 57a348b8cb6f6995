import { failed } from './failure.ts'
import type { Publish } from './post.ts'
import { parentGone } from './refusals.ts'

/** As `ask` words it: 404 and 410 (RFC 9110, section 15.5), and Meta's code for an object that is not there. */
const isNotThere = (detail: string) => /^(?:404|410)\b|#100\/33\b/.test(detail)

/**
 * Where a network says of an answer only that something is not there, the person is told what: what they answer. The
 * words of the network, in its own language, would not tell them.
 * @param network as people call it
 */
export function tellingWhatIsGone(publish: Publish, network: string): Publish {
  return {
    ...publish,
    async publish(tools, account, outgoing) {
      const outcome = await publish.publish(tools, account, outgoing)
      if (outcome.ok || !outgoing.replyTo) return outcome
      const { failure } = outcome
      if (failure.kind !== 'rejected' || failure.field || !isNotThere(failure.detail))
        return outcome
      return failed({ ...failure, reason: parentGone(network) })
    },
  }
}
