import { api } from './api.ts'

/** Has the browser save what the desk answers at this address, under the name that the desk gives it. */
export function download(...asked: Parameters<typeof api.href>): void {
  const link = document.createElement('a')
  link.href = api.href(...asked)
  link.download = ''
  link.click()
}
