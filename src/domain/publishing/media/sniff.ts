export type Sniffed =
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'image/gif'
  | 'image/avif'
  | 'heic'
  | 'svg'
  | VideoType

export type VideoType = 'video/mp4' | 'video/quicktime' | 'video/webm'

/**
 * What a file is by its first bytes, whatever its name or its sender say.
 * @returns null for anything that is no picture or film of the web (WHATWG MIME Sniffing, sections 6.1 and 6.2, and
 *   ISO 23008-12 brands for AVIF and HEIC)
 */
export function sniff(bytes: Uint8Array): Sniffed | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp'
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif'
  if (head.slice(4, 8) === 'ftyp') return fromBrands(head)
  // QuickTime of before 2001 has no brand.
  if (/^(moov|wide|mdat)$/.test(head.slice(4, 8))) return 'video/quicktime'
  if (head.startsWith('\x1aE\xdf\xa3')) return head.includes('webm') ? 'video/webm' : null
  if (/^[\s\xef\xbb\xbf]*<(\?xml|!--|!doctype svg|svg)/i.test(head) && /<svg/i.test(head))
    return 'svg'
  return null
}

function fromBrands(head: string): Sniffed | null {
  const brands = head.slice(8, 64)
  if (/avi[fs]/.test(brands)) return 'image/avif'
  if (/hei[cxms]|he[vi][cmsx]|mif1|msf1/.test(brands)) return 'heic'
  if (brands.startsWith('qt  ')) return 'video/quicktime'
  return /iso[m2-9]|mp4[12]|avc1|M4V|dash|MSNV|3gp/.test(brands) ? 'video/mp4' : null
}

export const isVideo = (kind: Sniffed | null): kind is VideoType =>
  kind?.startsWith('video/') ?? false
