import type { Letter, Mailing, Publish, Published, Tools } from './connector.ts'
import { done, failed, type Outcome } from './failure.ts'

const noLedger = failed({ kind: 'transient', detail: 'this desk keeps no letters' })

const published = ({ id, url, at }: Mailing): Published => ({ remoteId: id, url, publishedAt: at })

/**
 * Writes a letter down for everybody on the list: from then on the desk sees to each of them, once.
 * @param id of the delivery
 */
export async function keepLetter(
  { mailings }: Tools,
  id: string,
  letter: Letter,
): Promise<Outcome<Published>> {
  if (!mailings) return noLedger
  const mailing = await mailings.open(id, letter)
  return mailing.ok ? done(published(mailing.value)) : mailing
}

/** Reading back and taking off, where the desk itself keeps what leaves: what has left cannot be called back. */
export const ofLetters: Pick<Publish, 'confirm' | 'remove'> = {
  async confirm({ mailings }, _account, { id }) {
    if (!mailings) return noLedger
    const mailing = await mailings.find(id)
    return done(mailing && published(mailing))
  },
  async remove({ mailings }, _account, { remoteId }) {
    await mailings?.stop(remoteId)
    return done(null)
  },
}
