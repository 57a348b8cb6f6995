import { Worker } from 'node:worker_threads'
import { Problem } from '#platform/http/problem.ts'
import { damagedVideo, noImages, unreadImages, unreadSound, videoTooLong } from './errors.ts'
import type { CleanVideo, VideoRefusal } from './remux.ts'

const LONGEST_MS = 120_000
const MOST_MEGABYTES = 256
/** Copying is the disk's work: more at a time would not be quicker. */
const PLACES = 2

const problems = {
  'no-images': noImages,
  images: unreadImages,
  sound: unreadSound,
  'too-long': videoTooLong,
  damaged: damagedVideo,
} as const

/**
 * Copies a video to a clean file, without its place, camera and title, and says what it is made of.
 * @param name as people know the file, for the sentences
 * @throws Problem when it cannot be read, or not within two minutes
 */
export async function cleanVideo(from: string, to: string, name: string): Promise<CleanVideo> {
  const made = await inTurn(() => inWorker(from, to))
  if (typeof made === 'string') throw new Problem(problems[made], { name })
  return made
}

function inWorker(from: string, to: string): Promise<CleanVideo | VideoRefusal> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { from, to },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
      stdout: true,
      stderr: true,
    })
    const timer = setTimeout(() => settle('damaged'), LONGEST_MS)
    const settle = (made: CleanVideo | VideoRefusal) => {
      clearTimeout(timer)
      resolve(made)
      void worker.terminate()
    }
    worker.on('message', settle)
    worker.on('error', () => settle('damaged'))
    worker.on('exit', () => settle('damaged'))
  })
}

let free = PLACES
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free--
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
}
