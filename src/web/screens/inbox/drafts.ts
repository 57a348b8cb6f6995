import { useEffect, useState } from 'react'
import { newKey } from '#web/api/index.ts'

const place = (id: string) => `vigie.reply.${id}`
const placeOfAnswered = (id: string) => `${place(id)}.answers`
const placeOfAsked = (id: string) => `${place(id)}.asked`

/** A reply being written, kept on this device until it leaves. */
export function useDraft(id: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => localStorage.getItem(place(id)) ?? '')
  useEffect(() => {
    const timer = setTimeout(() => keepDraft(id, text), 300)
    return () => clearTimeout(timer)
  }, [id, text])
  return [text, setText]
}

export function keepDraft(id: string, text: string): void {
  keep(place(id), text)
  if (!text) keep(placeOfAnswered(id), '')
}

/** The message that the reply being written answers, kept beside it. */
export function useAnswered(id: string): [string | null, (messageId: string) => void] {
  const [answered, setAnswered] = useState(() => localStorage.getItem(placeOfAnswered(id)))
  return [
    answered,
    (messageId) => {
      keep(placeOfAnswered(id), messageId)
      setAnswered(messageId)
    },
  ]
}

/**
 * The key by which these words are asked to leave, the same until they are known to have left: after an answer that
 * never came, also from a page opened anew, they leave once.
 */
export function keyFor(id: string, words: string): string {
  const [asked, key] = readPair(localStorage.getItem(placeOfAsked(id)))
  if (asked === words && key) return key
  const fresh = newKey()
  keep(placeOfAsked(id), JSON.stringify([words, fresh]))
  return fresh
}

/** It has left: asked for once more, it is another reply. */
export function forgetKey(id: string): void {
  keep(placeOfAsked(id), '')
}

function keep(where: string, what: string): void {
  if (what) localStorage.setItem(where, what)
  else localStorage.removeItem(where)
}

function readPair(kept: string | null): [string?, string?] {
  try {
    return JSON.parse(kept ?? '[]') as [string?, string?]
  } catch {
    return []
  }
}
