import type { Account, Outgoing, Tools } from '#connectors/_contract/connector.ts'
import type { Outcome } from '#connectors/_contract/failure.ts'
import { titleAndBody } from '#connectors/_contract/title-and-body.ts'
import { call } from './api.ts'
import { blocksOf, plain } from './blocks.ts'
import { type Post, postSchema } from './find-post.ts'
import { upload } from './media.ts'
import { optionsOf } from './options.ts'
import { categoriesOf, tagsOf } from './terms.ts'

/** Writes the whole post where nobody sees it yet: its images in the library, its tags, its text. */
export async function writeDraft(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Post>> {
  const options = optionsOf(outgoing.options)
  const categories = await categoriesOf(tools, account, options.categories)
  if (!categories.ok) return categories
  const tags = await tagsOf(tools, account, options.tags)
  if (!tags.ok) return tags
  const images = await upload(tools, account, outgoing)
  if (!images.ok) return images
  const { title, body } = titleAndBody(outgoing.text, options.title)
  const [first, ...others] = images.value
  const featured = options.featured ? first : undefined
  const json = {
    status: 'draft',
    title: plain(title),
    content: blocksOf(body, featured ? others : images.value, outgoing.id),
    ...(options.excerpt.trim() === '' ? {} : { excerpt: plain(options.excerpt.trim()) }),
    ...(featured ? { featured_media: featured.id } : {}),
    ...(tags.value.length > 0 ? { tags: tags.value } : {}),
    ...(categories.value.length > 0 ? { categories: categories.value } : {}),
  }
  const request = { route: '/wp/v2/posts', method: 'POST' as const, json }
  return call(tools, account, request, postSchema)
}
