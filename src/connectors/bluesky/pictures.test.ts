import { expect, test } from 'vitest'
import { picturesIn, postRecordSchema } from './post-view.ts'

const picture = { alt: 'Le banc', image: { $type: 'blob' } }
const images = { $type: 'app.bsky.embed.images', images: [picture, picture] }

test.each([
  ['none', undefined, 0],
  ['two', images, 2],
  ['two beside a quoted post', { record: { uri: 'at://x' }, media: images }, 2],
  ['a video', { $type: 'app.bsky.embed.video', video: {} }, 0],
  ['a link with a card beside a quoted post', { record: {}, media: { external: {} } }, 0],
  ['nonsense', 12, 0],
])('a post with %s has as many pictures', (_, embed, count) => {
  expect(picturesIn(postRecordSchema.parse({ text: 'Vu', embed }))).toBe(count)
})
