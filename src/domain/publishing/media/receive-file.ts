import type { Desk } from '#domain/desk.ts'
import { type Incoming, NoRoom, TooMuch } from '#platform/files/incoming.ts'
import { Problem, type ProblemKind } from '#platform/http/problem.ts'
import type { Call } from '#platform/http/route.ts'
import { fileCame } from '#platform/http/sent-payload.ts'
import { cutShort, noFile, noRoom, tooHeavy } from './errors.ts'
import { plainName } from './keep-picture.ts'
import { MOST_BYTES, pictureKind } from './read-picture.ts'
import { isVideo, sniff } from './sniff.ts'
import { videoTooHeavy } from './video/errors.ts'

/**
 * Takes the file of a form to disk as it comes. What is no picture (or video) is refused at its first bytes, what is too heavy
 * at the first byte too many; the rest of it is let pass, unread and unkept, so that the answer reaches the sender.
 * @returns a file that the caller discards
 * @throws Problem with the reason, in a sentence
 */
export async function receiveFile(
  desk: Desk,
  { request }: Call,
  { takesVideos = false } = {},
): Promise<Incoming & { fileName: string; isFilm: boolean }> {
  if (!request.isMultipart()) throw new Problem(noFile)
  const part = await request
    .file({ limits: { fileSize: Infinity, files: 1 }, throwFileSizeLimit: false })
    .catch(() => undefined)
  if (!part) throw new Problem(noFile)
  const name = plainName(part.filename)
  let isFilm = false
  const limitOf = (head: Uint8Array) => {
    isFilm = isVideo(sniff(head))
    if (isFilm && takesVideos) return desk.videoMaxBytes
    pictureKind(head, name)
    return MOST_BYTES
  }
  const takeIn = async () => {
    try {
      // Left before its end, a stream is destroyed; busboy would then wait for somebody to read it.
      const incoming = await desk.files.receive(
        part.file.iterator({ destroyOnReturn: false }),
        limitOf,
      )
      if (part.file.truncated) throw new Problem(cutShort)
      return { ...incoming, isFilm, fileName: part.filename }
    } catch (error) {
      part.file.on('error', () => {})
      part.file.resume()
      throw sentenceFor(error, name, isFilm ? videoTooHeavy : tooHeavy)
    }
  }
  const file = await takeIn()
  try {
    await fileCame(request, file)
    return file
  } catch (error) {
    await desk.files.discard(file.path)
    throw error
  }
}

function sentenceFor(error: unknown, name: string, heavy: ProblemKind): unknown {
  if (error instanceof Problem) return error
  if (error instanceof TooMuch) return new Problem(heavy, { name, limit: error.mostBytes / 1e6 })
  if (error instanceof NoRoom) return new Problem(noRoom, { name })
  const { code = '' } = error as { code?: string }
  // What the disk says is ours to know; everything else is a form that broke off or was never one.
  return /^E[A-Z]+$/.test(code) ? error : new Problem(cutShort)
}
