import { glob } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Desk, EventsModule, JobsModule, RoutesModule } from '#domain/desk.ts'
import type { Route } from '#platform/http/route.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import type { Subscription } from '#platform/events/dispatch.ts'

const domain = path.resolve(import.meta.dirname, '../domain')

/** Everything the modules bring, found on disk: adding a module edits no list. */
export interface Parts {
  routes: Route[]
  jobs: DueWork[]
  subscriptions: Subscription[]
}

export async function discover(desk: Desk): Promise<Parts> {
  const routes = await load<RoutesModule>('routes.ts')
  const jobs = await load<JobsModule>('jobs.ts')
  const events = await load<EventsModule>('events.ts')
  return {
    routes: routes.flatMap((module) => module.routes(desk)),
    jobs: jobs.flatMap((module) => module.jobs(desk)),
    subscriptions: events.flatMap((module) => module.subscriptions(desk)),
  }
}

async function load<Module>(file: string): Promise<Module[]> {
  const found: string[] = []
  for await (const name of glob(`**/${file}`, { cwd: domain })) found.push(name)
  const modules: Module[] = []
  // One after the other: Node refuses a package that is required while it is imported elsewhere at the same time.
  for (const name of found.sort())
    modules.push((await import(pathToFileURL(path.join(domain, name)).href)) as Module)
  return modules
}
