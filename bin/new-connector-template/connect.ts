import type { Connect } from '#connectors/_contract/connector.ts'
import { notWritten } from './not-written.ts'

export const connect: Connect = {
  withCredentials: () => notWritten('withCredentials in connect.ts'),
  check: () => notWritten('check in connect.ts'),
}
