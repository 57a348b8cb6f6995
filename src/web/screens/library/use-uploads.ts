import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { MediaView } from '#domain/publishing/api.ts'
import { ApiProblem } from '#web/api/index.ts'
import { sendStill, uploadFile } from './upload-file.ts'
import { stillOf } from './video/still-of.ts'

/** A picture on its way to the desk, or refused. */
export interface Upload {
  key: number
  name: string
  /** An address of this page only. */
  preview: string
  isVideo: boolean
  /** 0 to 1. */
  part: number
  problem: unknown
  /** The network was cut: it is tried again by itself. */
  isWaiting: boolean
}

let last = 0

/** Waits between tries while the desk cannot be reached, in milliseconds; then a person says when. */
const PATIENCE = [2000, 5000, 15_000]

/** Sends pictures one after the other, so that they keep their order. `onKept` is told of each as it arrives. */
export function useUploads(onKept: (media: MediaView) => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const files = useRef(new Map<number, { file: File; stop: AbortController }>())
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const kept = useRef(onKept)
  useLayoutEffect(() => {
    kept.current = onKept
  })
  useEffect(() => {
    const running = files.current
    return () => {
      for (const { stop } of running.values()) stop.abort()
    }
  }, [])

  const change = (key: number, changes: Partial<Upload>) =>
    setUploads((list) => list.map((one) => (one.key === key ? { ...one, ...changes } : one)))

  const send = async (key: number) => {
    const sent = files.current.get(key)
    if (!sent) return
    const { file, stop } = sent
    const onProgress = (part: number) => change(key, { part, isWaiting: false })
    try {
      // What arrived twice is kept once, so that trying again costs nothing but the time.
      const again = () => change(key, { part: 0, isWaiting: true })
      const once = () => uploadFile(file, { onProgress, signal: stop.signal })
      const media = await untilReached(once, again, stop.signal)
      kept.current(await withStill(media, file))
      forget(key)
    } catch (problem) {
      if (!stop.signal.aborted) change(key, { problem, isWaiting: false })
    }
  }
  const enqueue = (key: number) => {
    queue.current = queue.current.then(() => send(key))
  }
  const forget = (key: number) => {
    files.current.get(key)?.stop.abort()
    files.current.delete(key)
    setUploads((list) => {
      const gone = list.find((one) => one.key === key)
      if (gone) URL.revokeObjectURL(gone.preview)
      return list.filter((one) => one.key !== key)
    })
  }
  const add = (chosen: Iterable<File>) => {
    const fresh = [...chosen].map((file) => {
      const key = ++last
      files.current.set(key, { file, stop: new AbortController() })
      return {
        key,
        name: file.name,
        isVideo: file.type.startsWith('video/'),
        preview: URL.createObjectURL(file),
        part: 0,
        problem: null,
        isWaiting: false,
      }
    })
    setUploads((list) => [...list, ...fresh])
    for (const { key } of fresh) enqueue(key)
  }
  const retry = (key: number) => {
    change(key, { problem: null, part: 0 })
    enqueue(key)
  }
  return { uploads, add, retry, forget }
}

/** Tries again while the desk cannot be reached: after a pause, or as soon as the machine is online again. */
async function untilReached<T>(
  run: () => Promise<T>,
  again: () => void,
  signal: AbortSignal,
): Promise<T> {
  for (const pause of PATIENCE) {
    try {
      return await run()
    } catch (problem) {
      if (!(problem instanceof ApiProblem) || problem.code !== 'network.unreachable') throw problem
      again()
      await onlineOrAfter(pause, signal)
    }
  }
  return run()
}

function onlineOrAfter(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    addEventListener('online', done)
    signal.addEventListener('abort', done)
  })
}

/** A video gets its still from here, where it can be seen; without one it is kept all the same. */
async function withStill(media: MediaView, file: File): Promise<MediaView> {
  if (!media.video || media.hasPoster) return media
  const still = await stillOf(file)
  return still ? sendStill(media.id, still).catch(() => media) : media
}
