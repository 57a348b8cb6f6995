import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import {
  doneInput,
  laterInput,
  notDoneInput,
  taskCount,
  tasksView,
  taskView,
  tickInput,
} from './api.ts'
import { countTasks, listTasks, readTask } from './list-tasks.ts'
import { sayDone, sayLater, sayNotDone, tickSteps } from './settle-task.ts'
import { undoTask } from './undo-task.ts'

const tag = 'tasks'

/** What people put up by hand: the list, and what they say of each. */
export function routes(desk: Desk): Route[] {
  return [...reading(desk), ...settling(desk)]
}

function reading(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/tasks',
      access: 'posts:read',
      tool: 'list_tasks',
      summary: 'What is to be put up by hand: now, soon, and what was said of the last ones',
      tag,
      response: tasksView,
      handler: ({ actor, language }) => listTasks(desk, actor.companyId, language),
    }),
    route({
      method: 'GET',
      path: '/tasks/count',
      access: 'posts:read',
      summary: 'How many posts are to be put up by hand, and how many of them are late',
      tag,
      response: taskCount,
      handler: ({ actor }) => countTasks(desk, actor.companyId),
    }),
  ]
}

function settling(desk: Desk): Route[] {
  const shared = {
    method: 'POST',
    access: 'posts:write',
    tag,
    params: byId,
    response: taskView,
  } as const
  return [
    route({
      ...shared,
      path: '/tasks/:id/ticks',
      summary: 'Say which steps are done',
      body: tickInput,
      async handler({ actor, params: { id }, body, language }) {
        await tickSteps(desk, actor, id, body.ticked)
        return readTask(desk, actor.companyId, id, language)
      },
    }),
    route({
      ...shared,
      path: '/tasks/:id/done',
      summary: 'Say that it is put up, with its address or a photo',
      body: doneInput,
      async handler({ actor, params: { id }, body, language }) {
        await sayDone(desk, actor, id, body)
        return readTask(desk, actor.companyId, id, language)
      },
    }),
    route({
      ...shared,
      path: '/tasks/:id/not-done',
      summary: 'Say that it will not be put up, and why',
      body: notDoneInput,
      async handler({ actor, params: { id }, body, language }) {
        await sayNotDone(desk, actor, id, body.reason)
        return readTask(desk, actor.companyId, id, language)
      },
    }),
    route({
      ...shared,
      path: '/tasks/:id/later',
      summary: 'Give it another hour',
      body: laterInput,
      async handler({ actor, params: { id }, body, language }) {
        await sayLater(desk, actor, id, body)
        return readTask(desk, actor.companyId, id, language)
      },
    }),
    route({
      ...shared,
      path: '/tasks/:id/undo',
      summary: 'Take back what was said of it: it is to be done again',
      async handler({ actor, params: { id }, language }) {
        await undoTask(desk, actor, id)
        return readTask(desk, actor.companyId, id, language)
      },
    }),
  ]
}
