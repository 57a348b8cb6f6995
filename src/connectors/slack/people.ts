import { z } from 'zod'
import type { Account, Author, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { callAs } from './api.ts'

const userSchema = z.object({
  user: z.object({
    name: z.string(),
    real_name: z.string().optional(),
    profile: z
      .object({ display_name: z.string().optional(), image_72: z.string().optional() })
      .default({}),
  }),
})

/** Who people are, each asked for once. */
export function directory(tools: Tools, account: Account) {
  const known = new Map<string, Author>()
  return async (id: string): Promise<Outcome<Author>> => {
    const before = known.get(id)
    if (before) return done(before)
    const asked = { method: 'users.info', reads: true, params: { user: id } }
    const answer = await callAs(tools, account, asked, userSchema)
    // Somebody of another workspace, or hidden: they spoke all the same.
    if (!answer.ok && answer.failure.kind !== 'rejected') return answer
    const author = answer.ok
      ? authorOf(id, answer.value.user)
      : { remoteId: id, handle: id, name: id }
    known.set(id, author)
    return done(author)
  }
}

function authorOf(id: string, { name, real_name, profile }: z.infer<typeof userSchema>['user']) {
  return {
    remoteId: id,
    handle: name,
    name: profile.display_name || real_name || name,
    avatarUrl: profile.image_72,
  }
}
