import type { Metrics } from '#connectors/_contract/connector.ts'
import { done } from '#connectors/_contract/failure.ts'
import { readBlog } from './connect.ts'

export const metrics: Metrics = {
  /** One request for each post, of the thousand an hour that the whole app has: they are left for publishing. */
  posts: async () => done({}),
  async channel(tools, account) {
    const blog = await readBlog(tools, account)
    return blog.ok ? done({ followers: blog.value.followers }) : blog
  },
}
