import type { Desk } from '#domain/desk.ts'
import { type ClickDue, clicksDue, nextClickDue } from '#sandbox/index.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'

const BATCH = 20

/**
 * People of the practice network who tap a link really open it, with a browser of their own: so that whoever
 * practises sees clicks counted by the same road as real ones. Only the desk's own short links are opened, and
 * where they lead is not followed: nothing leaves the machine.
 */
export function followLinks(desk: Desk): DueWork {
  return {
    name: 'practice-clicks',
    role: 'worker',
    nextDue: () => nextClickDue(desk),
    async runDue() {
      const due = await clicksDue(desk, BATCH)
      await Promise.all(due.map((click) => open(desk, click)))
      return due.length
    },
  }
}

async function open(desk: Desk, { url, member }: ClickDue): Promise<void> {
  const target = new URL(url)
  const ours = [desk.localUrl, desk.publicUrl].some(
    (origin) => origin && URL.parse(origin)?.origin === target.origin,
  )
  if (!ours || !target.pathname.startsWith('/l/')) return
  const opened = fetch(new URL(target.pathname, desk.localUrl), {
    redirect: 'manual',
    signal: AbortSignal.timeout(5000),
    headers: {
      'user-agent': phoneOf(member.id),
      accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
      'accept-language': member.language,
    },
  })
  // A desk that is closing does not answer; then nobody clicked.
  await opened.then((answer) => answer.body?.cancel()).catch(() => {})
}

/** Everybody has a telephone that differs a little from the others. */
function phoneOf(member: number): string {
  const version = 17 + (member % 3)
  const build = 100 + member
  return `Mozilla/5.0 (iPhone; CPU iPhone OS ${version}_${member % 7} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${version}.0 Mobile/15E${build} Safari/604.1`
}
