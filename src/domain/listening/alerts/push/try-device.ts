import type { Desk } from '#domain/desk.ts'
import type { Actor } from '#platform/http/route.ts'
import type { Language } from '#platform/text.ts'
import type { Tried } from './api.ts'
import { findDevice } from './devices.ts'
import { trialFor } from './notice-for.ts'
import { type Posted, postNotice } from './post-notice.ts'
import { forgetDevice, sentTo } from './send-pushes.ts'

const TOLD: Record<Posted['outcome'], Tried['outcome']> = {
  taken: 'taken',
  gone: 'gone',
  refused: 'refused',
  later: 'unreachable',
  unknown: 'unreachable',
}

/** Sends a trial to one of one's own devices, at once and once. @throws Problem when there is none */
export async function tryDevice(
  desk: Desk,
  actor: Actor,
  id: string,
  language: Language,
): Promise<Tried> {
  const device = await findDevice(desk, actor, id)
  const notice = await trialFor(desk, actor.companyId, language)
  const { outcome } = await postNotice(desk, device, notice)
  if (outcome === 'gone') await forgetDevice(desk, device)
  if (outcome === 'taken') await sentTo(desk, device)
  return { outcome: TOLD[outcome] }
}
