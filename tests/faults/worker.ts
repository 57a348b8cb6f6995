/**
 * Entry of a worker process. Nobody signs in at a worker: without the library for it, which is over half of the
 * start, sixty of them start in the time of thirty.
 */
import { registerHooks } from 'node:module'

const nobodySignsIn =
  'data:text/javascript,export const betterAuth = () => { throw new Error("nobody signs in here") }'

registerHooks({
  resolve: (name, context, next) =>
    name === 'better-auth' ? { url: nobodySignsIn, shortCircuit: true } : next(name, context),
})
await import('./send.ts')
