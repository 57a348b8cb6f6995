import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { MediaView } from '#domain/publishing/api.ts'
import { uploadPicture } from './upload-picture.ts'

/** A picture on its way to the desk, or refused. */
export interface Upload {
  key: number
  name: string
  /** An address of this page only. */
  preview: string
  /** 0 to 1. */
  part: number
  problem: unknown
}

let last = 0

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
    try {
      const media = await uploadPicture(sent.file, {
        onProgress: (part) => change(key, { part }),
        signal: sent.stop.signal,
      })
      kept.current(media)
      forget(key)
    } catch (problem) {
      if (!sent.stop.signal.aborted) change(key, { problem })
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
      return { key, name: file.name, preview: URL.createObjectURL(file), part: 0, problem: null }
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
