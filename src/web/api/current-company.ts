const KEY = 'vigie.company'

/**
 * The company whose desk this tab shows. sessionStorage first, so that two tabs can hold
 * two companies; localStorage remembers the last one for the next tab.
 */
export function currentCompanyId(): string | null {
  return read(sessionStorage) ?? read(localStorage)
}

export function setCurrentCompanyId(id: string | null): void {
  for (const storage of [sessionStorage, localStorage]) write(storage, id)
}

function read(storage: Storage): string | null {
  try {
    return storage.getItem(KEY)
  } catch {
    return null
  }
}

function write(storage: Storage, id: string | null): void {
  try {
    if (id === null) storage.removeItem(KEY)
    else storage.setItem(KEY, id)
  } catch {
    // A browser that forbids storage still shows the first company of the session.
  }
}
