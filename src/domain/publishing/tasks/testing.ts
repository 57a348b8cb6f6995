import { beforeEach } from 'vitest'
import { noticeBoard } from '../testing/notice-board.ts'
import { openAtelier } from '../testing/open-atelier.ts'
import { shopWindow } from '../testing/shop-window.ts'
import type { TasksView, TaskView } from './api.ts'

export const board = noticeBoard()
export const atelier = await openAtelier(board, ['lyon', 'paris'], [shopWindow()])
export const { camille, desk, clock, letters } = atelier

for (const handle of ['rue', 'cour', 'murée']) {
  const { body } = await camille.post('/channels', { connectorId: 'window', fields: { handle } })
  atelier.accounts[handle] = body.id
}

export const list = async () => (await camille.get<TasksView>('/tasks')).body

export const say = (task: TaskView | undefined, what: string, body: object = {}) =>
  camille.post<TaskView>(`/tasks/${task?.id}/${what}`, body)

export const done = (task: TaskView | undefined, more: object = {}) =>
  say(task, 'done', { content: task?.content, ...more })

/** As Lyon's clock shows it in winter. */
export const inMinutes = (minutes: number) =>
  new Date(clock.now().getTime() + minutes * 60_000 + 3_600_000).toISOString().slice(0, 16)

/** A post for the window, whose hour comes. */
export async function handed(text: string, more: { by?: string[] } & Record<string, unknown> = {}) {
  const post = await atelier.scheduled(text, inMinutes(5), { by: ['rue'], ...more })
  await atelier.after(300)
  const task = (await list()).toDo.find(({ postId }) => postId === post.id)
  return { post, task }
}

beforeEach(async () => {
  await atelier.newDay()
  letters.length = 0
  board.pinned.length = 0
})
