import http from 'node:http'
import { openEmbedded } from '#platform/postgres/embedded.ts'

/** The least a desk could be: its own PostgreSQL and a server that says yes. */
await openEmbedded(process.env['VIGIE_DATA_DIR'] ?? '')
http
  .createServer((_request, response) => response.end('{"status":"ok"}'))
  .listen(Number(process.env['PORT']), '127.0.0.1')
