import type { FastifyInstance, FastifyReply } from 'fastify'

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https: http:",
  // blob: a video chosen on this machine is looked at before it is sent.
  "media-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * Headers of every answer (OWASP Secure Headers, 2025): nothing foreign runs in our pages, nobody frames them.
 * Inline styles stay allowed: positions of floating parts are written as style attributes. Images may come from
 * anywhere, over plain http too: the faces of people live on their networks, and some of those on a private network.
 */
export function securityHeaders(server: FastifyInstance): void {
  server.addHook('onSend', async (_request, reply) => addSecurityHeaders(reply))
}

/** The same, on an answer that no hook sees. */
export function addSecurityHeaders(reply: FastifyReply): void {
  if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', policy)
  reply.header('x-content-type-options', 'nosniff')
  if (!reply.hasHeader('referrer-policy'))
    reply.header('referrer-policy', 'strict-origin-when-cross-origin')
  reply.header('cross-origin-opener-policy', 'same-origin')
}
