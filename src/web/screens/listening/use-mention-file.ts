import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FileBrought, FilePreview } from '#domain/listening/mention-files/api.ts'
import { api } from '#web/api/index.ts'

export type Column = keyof FilePreview['places']

/** What a person decided; the desk works the rest out. */
export type Choices = Partial<Record<Column | 'first' | 'queryId', string>>

/**
 * A file is kept by the browser until it is imported: each decision has the desk look at it again, and what was asked
 * before the last decision is not shown any more.
 */
export function useMentionFile() {
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [choices, setChoices] = useState<Choices>({})
  const [preview, setPreview] = useState<FilePreview | null>(null)
  const [busy, setBusy] = useState<'looking' | 'bringing' | null>(null)
  const [problem, setProblem] = useState<unknown>(null)

  const send = <T>(path: string, of: File, query: Record<string, string>) => {
    const form = new FormData()
    form.set('file', of)
    const { size } = new URLSearchParams(query)
    return api.upload<T>(`${path}${size > 0 ? `?${new URLSearchParams(query)}` : ''}`, form)
  }
  const look = async (of: File, chosen: Choices) => {
    setBusy('looking')
    setProblem(null)
    try {
      setPreview(await send<FilePreview>('/mentions/files/preview', of, chosen))
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(null)
    }
  }
  return {
    choices,
    preview,
    busy,
    problem,
    choose(of: File | undefined) {
      if (!of) return
      setFile(of)
      setChoices({})
      setPreview(null)
      void look(of, {})
    },
    decide(changes: Choices) {
      const all = Object.entries({ ...choices, ...changes }).filter(([, value]) => value !== '')
      const next = Object.fromEntries(all)
      setChoices(next)
      if (file) void look(file, next)
    },
    async bring(): Promise<FileBrought | null> {
      if (!file) return null
      setBusy('bringing')
      setProblem(null)
      try {
        const asked = { ...choices, wrong: 'leave-out' }
        const brought = await send<FileBrought>('/mentions/files', file, asked)
        await client.invalidateQueries({ queryKey: ['mentions'] })
        return brought
      } catch (error) {
        setProblem(error)
        return null
      } finally {
        setBusy(null)
      }
    },
  }
}
