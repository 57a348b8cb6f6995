import { type Body, json, usUrn } from './double-shapes.ts'

/**
 * Films in memory: sent in two pieces, with a still.
 * @param next a new name, as LinkedIn gives them
 */
export function videoDouble(next: () => string) {
  const looked = new Set<string>()

  function video(url: URL, body: Body): Response {
    if (url.searchParams.get('action') === 'finalizeUpload')
      return new Response(null, { status: 200 })
    const { fileSizeBytes } = body['initializeUploadRequest'] as { fileSizeBytes: number }
    const half = Math.ceil(fileSizeBytes / 2)
    const piece = (firstByte: number, lastByte: number) => ({
      uploadUrl: `https://www.linkedin.com/dms-uploads/video-${firstByte}`,
      firstByte,
      lastByte,
    })
    const uploadInstructions = [piece(0, half - 1), piece(half, fileSizeBytes - 1)]
    const thumbnailUploadUrl = 'https://www.linkedin.com/dms-uploads/still'
    const value = { video: `urn:li:video:C${next()}`, uploadToken: '', uploadInstructions }
    return json({ value: { ...value, thumbnailUploadUrl } })
  }

  /** At work the first time it is looked at. */
  function seenVideo(urn: string): Response {
    const status = looked.has(urn) ? 'AVAILABLE' : 'PROCESSING'
    looked.add(urn)
    return json({ id: urn, status, owner: usUrn })
  }

  return { video, seenVideo }
}
