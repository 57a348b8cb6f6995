import { parentPort, workerData } from 'node:worker_threads'
import { forgetDates } from './forget-dates.ts'
import { headerFirst } from './header-first.ts'
import { remux } from './remux.ts'

/** A thread of its own: a file made to hurt its reader hurts nothing else, and ends when it is told. */
const { from, to } = workerData as { from: string; to: string }
try {
  const made = await remux(from, to)
  if (typeof made === 'object' && made.type === 'video/mp4') {
    await forgetDates(to)
    await headerFirst(to)
  }
  parentPort?.postMessage(made)
} catch {
  parentPort?.postMessage('damaged')
}
