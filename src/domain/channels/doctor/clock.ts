import type { Manifest } from '#connectors/_contract/manifest.ts'
import type { Desk } from '#domain/desk.ts'
import { FetchFailure } from '#platform/fetch/failure.ts'
import type { Text } from '#platform/text.ts'
import { done, type Look, toDo, unknown } from './look.ts'
import { why } from './why.ts'

/** Networks refuse what is signed or dated further away than a few minutes. */
const TOLERATED_MS = 60_000
const PATIENCE_MS = 6_000

/** Compares the desk's clock with the network's, which also shows whether the network can be reached at all. */
export async function lookAtClock(desk: Desk, manifest: Manifest): Promise<Look | null> {
  const { connect, docs, name } = manifest
  const address = connect.answersAt ?? connect.helpUrl ?? docs[0]?.url
  if (!address) return null
  const { host } = new URL(address)
  try {
    const asked = desk.clock.now().getTime()
    const { headers } = await desk.fetch(address, {
      method: 'HEAD',
      headers: { 'cache-control': 'no-cache' },
      redirect: 'manual',
      timeoutMs: PATIENCE_MS,
    })
    const here = (asked + desk.clock.now().getTime()) / 2
    const there = dateIn(headers)
    return there === null ? noDate(host) : compared(here - there, host)
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error
    return unreachable(name, host, why(error.kind), connect.answersAt !== undefined)
  }
}

/** The network's time. What a cache kept tells when it was made, and for how long it was kept (RFC 9111, section 5.1). */
function dateIn(headers: Headers): number | null {
  const date = Date.parse(headers.get('date') ?? '')
  const age = Number(headers.get('age') ?? 0) * 1000
  return Number.isNaN(date) || Number.isNaN(age) ? null : date + age
}

function compared(ahead: number, host: string): Look {
  if (Math.abs(ahead) <= TOLERATED_MS)
    return done('clock', {
      en: `The clock of this machine agrees with that of ${host}.`,
      fr: `L’horloge de cette machine est d’accord avec celle de ${host}.`,
    })
  const minutes = Math.round(Math.abs(ahead) / 60_000)
  return toDo(
    'clock',
    {
      en: `The clock of this machine is ${minutes} min ${ahead > 0 ? 'ahead of' : 'behind'} that of ${host}.`,
      fr: `L’horloge de cette machine ${ahead > 0 ? 'avance' : 'retarde'} de ${minutes}\u00A0min sur celle de ${host}.`,
    },
    {
      en: 'Have the machine set its clock automatically (NTP): with a wrong time, networks refuse access and posts go out at the wrong time.',
      fr: 'Faites régler l’horloge de la machine automatiquement (NTP) : avec une heure fausse, les réseaux refusent l’accès et les publications partent au mauvais moment.',
    },
  )
}

const noDate = (host: string): Look =>
  unknown('clock', {
    en: `${host} answers, and does not say what time it is there.`,
    fr: `${host} répond, sans dire quelle heure il est.`,
  })

/** @param certain the network itself does not answer, rather than a page about it */
function unreachable(network: string, host: string, reason: Text, certain: boolean): Look {
  const what = {
    en: `This machine got no answer from ${host} (${reason.en}).`,
    fr: `Cette machine n’a pas eu de réponse de ${host} (${reason.fr}).`,
  }
  const next = {
    en: `Check that this machine may go out to https://${host}; if it may, ${network} may be down for now.`,
    fr: `Vérifiez que cette machine peut sortir vers https://${host} ; si c’est le cas, ${network} est peut-être en panne.`,
  }
  return certain ? toDo('clock', what, next) : unknown('clock', what, next)
}
