import { AccessStrip } from './access-strip.tsx'
import type { Notices } from './use-notices.ts'
import { WaitingStrip } from './waiting-strip.tsx'

export default function CalendarNotices({ waiting, forecast }: Notices) {
  return (
    <>
      {waiting.length > 0 && <WaitingStrip items={waiting} />}
      {forecast.length > 0 && <AccessStrip forecast={forecast} />}
    </>
  )
}
