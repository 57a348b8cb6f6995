import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { TasksView } from '#domain/publishing/tasks/api.ts'
import { EmptyState, LinkButton, Page, QueryView } from '#web/ui/index.ts'
import { Coming } from './coming.tsx'
import { InMyCharge } from './in-my-charge.tsx'
import { useTasks } from './queries.ts'
import { Settled } from './settled.tsx'
import { Task } from './task.tsx'

/** What a person puts up by hand: now, soon, and what was said of the last ones. Made for a phone first. */
export default function ToDoScreen() {
  const { t } = useLingui()
  const tasks = useTasks()
  const { toDo = [] } = tasks.data ?? {}
  const late = toDo.filter(({ isLate }) => isLate).length
  return (
    <Page
      title={t`To do`}
      width="text"
      folio={
        toDo.length > 0 && (
          <>
            <Plural value={toDo.length} one="# post by hand" other="# posts by hand" />
            {late > 0 && (
              <>
                {', '}
                <Plural value={late} one="# late" other="# late" />
              </>
            )}
          </>
        )
      }
      actions={
        <LinkButton to="/to-do/figures" size="sm">
          <Trans>Figures</Trans>
        </LinkButton>
      }
    >
      <InMyCharge />
      <QueryView query={tasks}>{(data) => <Lists tasks={data} />}</QueryView>
    </Page>
  )
}

function Lists({ tasks: { toDo, coming, settled } }: { tasks: TasksView }) {
  const { t } = useLingui()
  if (toDo.length + coming.length + settled.length === 0) return <Nothing />
  return (
    <>
      {toDo.length > 0 ? (
        <ul aria-label={t`To do now`} className="border-t border-ink">
          {toDo.map((task, index) => (
            <Task key={task.id} task={task} isFirst={index === 0} />
          ))}
        </ul>
      ) : (
        <p className="border-t border-ink py-4 text-lg text-ink-2">
          <Trans>Nothing to do for now.</Trans>
        </p>
      )}
      {coming.length > 0 && <Coming tasks={coming} />}
      {settled.length > 0 && <Settled tasks={settled} />}
    </>
  )
}

function Nothing() {
  const { t } = useLingui()
  return (
    <EmptyState
      title={t`Nothing to do by hand`}
      action={
        <LinkButton to="/channels" search={{ connect: 'yes' }}>
          <Trans>Connect an account by hand</Trans>
        </LinkButton>
      }
    >
      <Trans>
        A poster, the local press, a phone call, a network with no API: connect it under “By hand”,
        then write and schedule as for any account. When it is due, the post appears here, with its
        text, its pictures and its steps ready to copy.
      </Trans>
    </EmptyState>
  )
}
