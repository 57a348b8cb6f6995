import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import type { helpInput, PreparedView, ProposalView } from './api.ts'
import { assistantOf } from './assistant.ts'
import { complete } from './complete.ts'
import { messagesFor } from './instructions.ts'

type Help = z.output<typeof helpInput>

/** What would be sent, and where to. Sends nothing. @throws Problem when the company has no assistant */
export async function prepare(
  desk: Desk,
  companyId: string,
  { task, text }: Help,
): Promise<PreparedView> {
  const { host, model } = await assistantOf(desk, companyId)
  return { host, model, messages: messagesFor(task, text) }
}

/**
 * Sends a text to the company's assistant and gives back what it proposes. Written down before it leaves: who, when,
 * where to, what for and how much; never the text.
 */
export async function ask(
  desk: Desk,
  { companyId, id: actor }: { companyId: string; id: string },
  { task, text }: Help,
): Promise<ProposalView> {
  const assistant = await assistantOf(desk, companyId)
  const { host } = assistant
  await audit(desk.db, {
    companyId,
    at: desk.clock.now(),
    actor,
    action: 'assistant.asked',
    subject: `company:${companyId}`,
    detail: { host, task, characters: [...text].length },
  })
  return { host, text: await complete(desk, assistant, messagesFor(task, text)) }
}

/** Whether it answers at all. @throws Problem when it does not */
export async function tryOut(desk: Desk, companyId: string): Promise<void> {
  const assistant = await assistantOf(desk, companyId)
  await complete(desk, assistant, [{ role: 'user', content: 'Answer with the word OK.' }])
}
