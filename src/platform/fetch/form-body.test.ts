import { expect, test } from 'vitest'
import { formBody } from './form-body.ts'

test('a form is read back as it was written, whatever its names hold', async () => {
  const form = new FormData()
  form.set('description', 'Des copeaux, à l’établi\r\n--vigie')
  form.set('say "hello"', '1')
  form.set('file', new Blob(['film'], { type: 'video/mp4' }), 'le "rabot".mp4')
  const { type, body } = formBody(form)
  const read = await new Response(body, { headers: { 'content-type': type } }).formData()
  expect(read.get('description')).toBe('Des copeaux, à l’établi\r\n--vigie')
  expect(read.get('say "hello"')).toBe('1')
  const file = read.get('file') as File
  expect([file.name, file.type, await file.text()]).toEqual(['le "rabot".mp4', 'video/mp4', 'film'])
})
