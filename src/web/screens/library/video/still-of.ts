/** A still is no wider: phones film in 4K. */
const WIDEST = 1920
const LONGEST_WAIT_MS = 10_000

/** The image that a video shows now, as JPEG; null when this browser cannot draw it. */
export function drawStill(video: HTMLVideoElement): Promise<Blob | null> {
  const { videoWidth, videoHeight } = video
  if (!videoWidth || !videoHeight) return Promise.resolve(null)
  const scale = Math.min(1, WIDEST / videoWidth)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(videoWidth * scale)
  canvas.height = Math.round(videoHeight * scale)
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.88))
}

/**
 * A still of a video on this machine, a little after its beginning: first images are often black.
 * @returns null when this browser cannot read it (HEVC of some phones)
 */
export async function stillOf(file: File): Promise<Blob | null> {
  const video = document.createElement('video')
  const url = URL.createObjectURL(file)
  Object.assign(video, { muted: true, playsInline: true, preload: 'auto', src: url })
  try {
    await heard(video, 'loadeddata')
    video.currentTime = Math.min(1, video.duration / 3 || 0)
    await heard(video, 'seeked')
    return await drawStill(video)
  } catch {
    return null
  } finally {
    video.removeAttribute('src')
    URL.revokeObjectURL(url)
  }
}

function heard(video: HTMLVideoElement, name: 'loadeddata' | 'seeked'): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('too long')), LONGEST_WAIT_MS)
    const settle = (end: () => void) => () => {
      clearTimeout(timer)
      end()
    }
    video.addEventListener(name, settle(resolve), { once: true })
    video.addEventListener(
      'error',
      settle(() => reject(new Error('unreadable'))),
      { once: true },
    )
  })
}
