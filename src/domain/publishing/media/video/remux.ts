import {
  Conversion,
  FilePathSource,
  FilePathTarget,
  Input,
  type InputVideoTrack,
  MP4,
  Mp4OutputFormat,
  Output,
  QTFF,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny'
import type { VideoFacts } from '../../model.ts'

/** A video as it is kept: a container written anew around its first images and sound, and nothing else. */
export interface CleanVideo {
  type: 'video/mp4' | 'video/webm'
  width: number
  height: number
  facts: VideoFacts
}

/** Why it cannot be kept. */
export type VideoRefusal = 'no-images' | 'images' | 'sound' | 'too-long' | 'damaged'

/** Ten hours: more is no post, and tables of that length are how files attack readers. */
const MOST_SECONDS = 36_000
/** Frames looked at to tell the rate. */
const RATE_FRAMES = 600

/**
 * Copies the images and the sound of a video, packet by packet, undecoded, into a new container. What else there was
 * stays behind: place, camera, title, thumbnails, tracks of a GPS.
 * @param from MP4, QuickTime or WebM on disk
 */
export async function remux(from: string, to: string): Promise<CleanVideo | VideoRefusal> {
  using input = new Input({ source: new FilePathSource(from), formats: [MP4, QTFF, WEBM] })
  const images = await input.getPrimaryVideoTrack()
  const sound = await input.getPrimaryAudioTrack()
  if (!images) return (await input.getTracks()).length > 0 ? 'no-images' : 'damaged'
  const [videoCodec, audioCodec] = [await images.getCodec(), (await sound?.getCodec()) ?? null]
  if (!videoCodec) return 'images'
  if (sound && !audioCodec) return 'sound'
  const seconds = await input.computeDuration()
  if (!(seconds > 0)) return 'damaged'
  if (seconds > MOST_SECONDS) return 'too-long'
  const isWebm = (await input.getFormat()) === WEBM
  const output = new Output({
    // At the end, so that nothing is held in memory until then; it is moved afterwards (`header-first.ts`).
    format: isWebm ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: false }),
    target: new FilePathTarget(to),
  })
  const conversion = await Conversion.init({
    input,
    output,
    tracks: 'primary',
    copy: { mode: 'forced', shiftTolerance: Infinity },
    tags: {},
    showWarnings: false,
  })
  const kept = conversion.utilizedTracks
  if (!kept.includes(images)) return 'images'
  if (sound && !kept.includes(sound)) return 'sound'
  await conversion.execute()
  // A file cut short still tells of what it has lost.
  if ((await secondsOf(to)) < seconds * 0.98 - 0.5) return 'damaged'
  return {
    type: isWebm ? 'video/webm' : 'video/mp4',
    ...(await sizeOf(images)),
    facts: { seconds, videoCodec, audioCodec, frameRate: await rateOf(images) },
  }
}

async function secondsOf(file: string): Promise<number> {
  using written = new Input({ source: new FilePathSource(file), formats: [MP4, WEBM] })
  // Awaited here: `using` closes it at the end of this block.
  return await written.computeDuration()
}

const sizeOf = async (images: InputVideoTrack) => ({
  width: Math.round(await images.getDisplayWidth()),
  height: Math.round(await images.getDisplayHeight()),
})

/** Frames per second, on average. */
async function rateOf(images: InputVideoTrack): Promise<number> {
  const { averagePacketRate } = await images.computePacketStats(RATE_FRAMES)
  return Math.round(averagePacketRate * 100) / 100
}
