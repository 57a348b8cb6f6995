import type { Author } from '#domain/publishing/index.ts'
import type { Scope } from '#platform/http/route.ts'

interface Made {
  companyId: string
  authorId: string
  authorName: string
  mayPublish: boolean
}

/** In whose name the desk writes: whoever set it up, with the right they had to publish alone, and no other. */
export function authorOf({ companyId, authorId, authorName, mayPublish }: Made): Author & {
  scopes: ReadonlySet<Scope>
} {
  const scopes = new Set<Scope>(mayPublish ? ['posts:write', 'posts:publish'] : ['posts:write'])
  return { companyId, id: authorId, name: authorName, scopes }
}
