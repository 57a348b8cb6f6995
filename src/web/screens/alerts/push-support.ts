/** What stands between this browser and notices, if anything does. */
export type PushSupport = 'possible' | 'insecure' | 'install-first' | 'impossible'

/**
 * Notices need an address with https:// (or the machine itself). On an iPhone or iPad they come only to a site that was
 * added to the home screen (Apple, “Sending web push notifications in web apps and browsers”, since iOS 16.4).
 */
export function pushSupport(): PushSupport {
  if (!window.isSecureContext) return 'insecure'
  const isPossible =
    'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
  if (isPossible) return 'possible'
  return isApplePhone() && !isInstalled() ? 'install-first' : 'impossible'
}

/** An iPad says that it is a Mac, but a Mac has no touch screen. */
const isApplePhone = () =>
  /iPhone|iPad/.test(navigator.userAgent) ||
  (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)

const isInstalled = () => matchMedia('(display-mode: standalone)').matches

const WORKER = '/push-worker.js'

/** This browser's subscription, if it has one. */
export async function currentSubscription(): Promise<PushSubscription | null> {
  if (pushSupport() !== 'possible') return null
  const registration = await navigator.serviceWorker.getRegistration(WORKER)
  return (await registration?.pushManager.getSubscription()) ?? null
}

/**
 * Asks the push service of this browser for an address, sealed to the desk's key. Call it on a click: the permission was
 * asked for just before.
 * @param key the desk's public key, base64url
 * @throws DOMException when the browser cannot reach its push service
 */
export async function subscribe(key: string): Promise<PushSubscription> {
  await navigator.serviceWorker.register(WORKER)
  const { pushManager } = await navigator.serviceWorker.ready
  const known = await pushManager.getSubscription()
  const applicationServerKey = bytesOf(key)
  if (known && isFor(known, applicationServerKey)) return known
  // One for another key: the desk was set up anew under the same address.
  await known?.unsubscribe()
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })
}

/** How the desk names the device of a subscription: SHA-256 of its address, base64url. */
export async function fingerprintOf({ endpoint }: PushSubscription): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint))
  return btoa(String.fromCharCode(...new Uint8Array(hash)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** Browser and system, as far as the browser tells. */
export function nameOfDevice(userAgent = navigator.userAgent): string {
  const named = (names: [RegExp, string][]) => names.find(([sign]) => sign.test(userAgent))?.[1]
  const browser = named([
    [/Edg\//, 'Edge'],
    [/OPR\//, 'Opera'],
    [/Firefox\/|FxiOS/, 'Firefox'],
    [/Chrome\/|CriOS/, 'Chrome'],
    [/Safari\//, 'Safari'],
  ])
  const system = named([
    [/iPhone/, 'iPhone'],
    [/iPad/, 'iPad'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Mac OS X/, 'Mac'],
    [/Linux|CrOS/, 'Linux'],
  ])
  return [browser, system].filter(Boolean).join(' · ') || 'Browser'
}

function isFor({ options }: PushSubscription, key: Uint8Array): boolean {
  const known = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0))
  return known.length === key.length && known.every((byte, i) => byte === key[i])
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}
