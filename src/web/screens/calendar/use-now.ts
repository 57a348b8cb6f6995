import { useEffect, useState } from 'react'
import { wallTimeAt } from './days.ts'

/** What the company's clock shows, `2026-11-24T10:20`; moves on by itself. */
export function useNow(timeZone: string): string {
  const [now, setNow] = useState(() => wallTimeAt(new Date(), timeZone))
  useEffect(() => {
    const look = () => setNow(wallTimeAt(new Date(), timeZone))
    look()
    const timer = setInterval(look, 20_000)
    return () => clearInterval(timer)
  }, [timeZone])
  return now
}
