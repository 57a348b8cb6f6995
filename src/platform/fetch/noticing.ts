import type { Dispatcher } from 'undici'

/** Tells when undici calls one method of the handler of a request, with what it was given. */
export function noticing(
  method: keyof Dispatcher.DispatchHandler,
  notice: (...args: unknown[]) => void,
): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => {
    const noticed = new Proxy(handler, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name)
        if (name !== method || typeof member !== 'function') return member
        return (...args: unknown[]) => {
          notice(...args)
          return Reflect.apply(member, target, args)
        }
      },
    })
    return dispatch(options, noticed)
  }
}
