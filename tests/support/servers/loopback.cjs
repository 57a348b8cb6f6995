// Preloaded (`node -r`) into servers that would listen on every interface: a port given without
// a host, or with another one, is bound on 127.0.0.1.
'use strict'
const net = require('node:net')

const HOST = '127.0.0.1'
const listen = net.Server.prototype.listen

net.Server.prototype.listen = function (...args) {
  const [first] = args
  const isPort = typeof first === 'number' || (typeof first === 'string' && /^\d+$/.test(first))
  if (isPort) {
    if (typeof args[1] === 'string') args[1] = HOST
    else args.splice(1, 0, HOST)
  } else if (first && typeof first === 'object' && first.port !== undefined && !first.path) {
    args[0] = { ...first, host: HOST }
  }
  return listen.apply(this, args)
}

// "localhost" must lead to the address the servers listen on, wherever ::1 comes first.
require('node:dns').setDefaultResultOrder('ipv4first')
