import { useEffect, useState } from 'react'

const place = (id: string) => `vigie.reply.${id}`

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
  if (text) localStorage.setItem(place(id), text)
  else localStorage.removeItem(place(id))
}
