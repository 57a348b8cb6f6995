import { type FormEvent, useRef, useState } from 'react'
import { fieldErrors } from '../api/problem.ts'

type Values = Record<string, string>
type Errors<V> = Partial<Record<keyof V & string, string>>

interface FormOptions<V extends Values> {
  initial: V
  /** Sentences for what is missing or wrong before anything is sent. */
  check?: (values: V) => Errors<V>
  send: (values: V) => Promise<unknown>
}

/**
 * A form of text fields: values, the sentence under each field (ours first, then the desk's by pointer),
 * the failure that belongs to no field. After a refusal the first field at fault has the focus.
 */
export function useForm<V extends Values>({ initial, check, send }: FormOptions<V>) {
  const [values, setValues] = useState(initial)
  const [base, setBase] = useState(initial)
  const [settled, settle] = useState(false)
  const [errors, setErrors] = useState<Errors<V>>({})
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  // What was saved comes back as the desk understood it; what is being typed is never overwritten.
  if (differ(initial, base)) {
    setBase(initial)
    if (settled || !differ(values, base)) setValues(initial)
  }
  const refuse = (found: Errors<V>) => {
    setErrors(found)
    // After the sentences are drawn: aria-invalid is what tells the field at fault.
    requestAnimationFrame(() => {
      form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
    })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setProblem(null)
    const found = check?.(values) ?? {}
    if (Object.keys(found).length > 0) return refuse(found)
    setErrors({})
    setBusy(true)
    try {
      await send(values)
      settle(true)
    } catch (error) {
      const named = namedErrors(error, values)
      if (Object.keys(named).length > 0) refuse(named)
      else setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const set = <K extends keyof V & string>(name: K, value: V[K]) => {
    settle(false)
    setValues((before) => ({ ...before, [name]: value }))
    setErrors(({ [name]: _mended, ...rest }) => rest as Errors<V>)
  }
  return {
    values,
    set,
    reset: setValues,
    problem,
    busy,
    dirty: differ(initial, values),
    /** For <form>. */
    props: { ref: form, onSubmit: (event: FormEvent) => void submit(event), noValidate: true },
    /** For a field of ui/fields. */
    field: <K extends keyof V & string>(name: K) => ({
      value: values[name] ?? '',
      onValue: (value: string) => set(name, value as V[K]),
      error: errors[name],
      name,
    }),
  }
}

function differ(a: Values, b: Values): boolean {
  return Object.keys(a).some((name) => a[name] !== b[name])
}

/** The desk's sentences for fields this form shows: '/email' and '/fields/email' both name `email`. */
function namedErrors<V extends Values>(error: unknown, values: V): Errors<V> {
  const named = Object.entries(fieldErrors(error)).flatMap(([pointer, detail]) => {
    const name = pointer.split('/').at(-1) ?? ''
    return name in values ? [[name, detail]] : []
  })
  return Object.fromEntries(named) as Errors<V>
}
