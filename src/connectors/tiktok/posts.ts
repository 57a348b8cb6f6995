import type { Outgoing } from '#connectors/_contract/connector.ts'
import { type Options, optionsOf } from './options.ts'

const postInfo = (options: Options) => ({
  privacy_level: options.privacy_level,
  disable_comment: options.disable_comment,
  brand_content_toggle: options.brand_content_toggle,
  brand_organic_toggle: options.brand_organic_toggle,
})

/** A video as it is announced (content-posting-api-reference-direct-post). */
export function videoPost({ text, options }: Outgoing, plan: ChunkPlan) {
  const given = optionsOf(options)
  return {
    post_info: {
      ...postInfo(given),
      title: text,
      disable_duet: given.disable_duet,
      disable_stitch: given.disable_stitch,
      ...(given.is_aigc ? { is_aigc: true } : {}),
    },
    source_info: {
      source: 'FILE_UPLOAD',
      video_size: plan.size,
      chunk_size: plan.chunk,
      total_chunk_count: plan.count,
    },
  }
}

/** Photos, by the addresses from which TikTok fetches them (content-posting-api-reference-photo-post). */
export function photoPost({ text, options }: Outgoing, addresses: string[]) {
  const given = optionsOf(options)
  return {
    media_type: 'PHOTO',
    post_mode: 'DIRECT_POST',
    post_info: {
      ...postInfo(given),
      ...(given.title === '' ? {} : { title: given.title }),
      description: text,
    },
    source_info: { source: 'PULL_FROM_URL', photo_cover_index: 0, photo_images: addresses },
  }
}

export interface ChunkPlan {
  size: number
  chunk: number
  count: number
}

/** A single one may have so much; a longer file is cut into halves of it, the last of which takes what remains. */
const wholeUpTo = 64_000_000
const chunkBytes = 32_000_000

/**
 * How a file is cut: chunks of 5 to 64 MB, as many as the size holds of them rounded down, the last one up to twice as
 * long; under 64 MB in one (content-posting-api-media-transfer-guide).
 */
export function chunkPlan(size: number): ChunkPlan {
  if (size <= wholeUpTo) return { size, chunk: size, count: 1 }
  return { size, chunk: chunkBytes, count: Math.floor(size / chunkBytes) }
}
