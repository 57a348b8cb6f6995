import type { ManifestInput } from '#connectors/_contract/manifest.ts'

const shares = 'https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares'
const multiImage = `${shares}/multiimage-post-api`
const images = `${shares}/images-api`
const videos = `${shares}/videos-api`
// LinkedIn itself publishes neither: these are the figures of a service that posts there every day.
export const ayrshare = 'https://www.ayrshare.com/docs/apis/post/social-networks/linkedin'
const date = '2026-11-25'

/** What a post of a page or of a person may be. */
export const postLimits: Pick<ManifestInput, 'text' | 'images' | 'video' | 'follow' | 'linkCard'> =
  {
    text: {
      max: { value: 3000, source: ayrshare, date },
      answerMax: { value: 1250, source: ayrshare, date },
      unit: 'characters',
    },
    images: {
      max: { value: 20, source: multiImage, date },
      maxBytes: { value: 5_000_000, source: ayrshare, date },
      types: ['image/jpeg', 'image/png', 'image/gif'],
      maxAltLength: { value: 4086, source: multiImage, date },
      maxPixels: { value: 36_152_320, source: images, date },
    },
    video: {
      described: false,
      maxBytes: { value: 500_000_000, source: videos, date },
      types: ['video/mp4'],
      maxSeconds: { value: 1800, source: videos, date },
    },
    // No thread: what follows a post is a comment under it.
    follow: { thread: false, comment: true },
    linkCard: 'sent-along',
  }
