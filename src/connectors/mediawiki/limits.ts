import { z } from 'zod'

/** A wiki limits whole pages (2 MB by default): ours, so that nobody fills one by mistake. */
export const textMax = 20_000

/** MediaWiki sets no number: ours. */
export const imagesMax = 10

export const limitsSchema = z.object({
  imagesMax: z.number(),
  imageMaxBytes: z.number(),
  imageTypes: z.array(z.string()),
})

export type WikiLimits = z.infer<typeof limitsSchema>

/** MediaWiki's defaults: uploads are off until a wiki turns them on ($wgEnableUploads). */
export const defaultLimits: WikiLimits = {
  imagesMax,
  imageMaxBytes: 104_857_600,
  imageTypes: ['image/png', 'image/gif', 'image/jpeg', 'image/webp'],
}

const types: Record<string, string> = {
  png: 'image/png',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
}

/** What a wiki tells of its uploads, for somebody with these rights. */
export function limitsFrom(
  general: { uploadsenabled: boolean; maxuploadsize: number },
  extensions: { ext: string }[],
  rights: string[],
): WikiLimits {
  const may = general.uploadsenabled && rights.includes('upload')
  const imageTypes = extensions.flatMap(({ ext }) => types[ext] ?? [])
  return {
    imagesMax: may ? imagesMax : 0,
    imageMaxBytes: general.maxuploadsize,
    imageTypes: [...new Set(imageTypes)],
  }
}
