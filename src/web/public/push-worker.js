// Shows what the desk pushes to this device, and leads to it. It caches nothing and answers no request.
self.addEventListener('push', (event) => {
  const { title, body, path, language, tag } = event.data?.json() ?? {}
  const options = {
    body,
    tag,
    lang: language,
    icon: '/icon-192.png',
    data: { path },
    renotify: true,
    requireInteraction: true,
  }
  event.waitUntil(self.registration.showNotification(title || 'Vigie', options))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  // A path of this desk and nothing else, whoever wrote it.
  const asked = new URL(event.notification.data?.path ?? '/alerts', self.location.origin)
  const target = asked.origin === self.location.origin ? asked.href : self.location.origin
  event.waitUntil(show(target))
})

async function show(target) {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const same = open.find((client) => client.url === target)
  return same ? same.focus() : self.clients.openWindow(target)
}
