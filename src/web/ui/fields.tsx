import type { ComponentProps } from 'react'
import { Field, type FieldProps } from './field.tsx'
import { Select, type SelectProps, TextArea, TextInput } from './inputs.tsx'

type Frame = Omit<FieldProps, 'children'>
type Native<Tag extends 'input' | 'textarea'> = Omit<
  ComponentProps<Tag>,
  'value' | 'onChange' | 'className' | 'children'
>
interface Value {
  value: string
  onValue: (value: string) => void
}

export function TextField(props: Frame & Value & Native<'input'>) {
  const { label, hint, error, optional, className, value, onValue, ...native } = props
  return (
    <Field {...{ label, hint, error, optional, className }}>
      {(aria) => (
        <TextInput
          {...native}
          {...aria}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  )
}

export function TextAreaField(props: Frame & Value & Native<'textarea'> & { autosize?: boolean }) {
  const { label, hint, error, optional, className, value, onValue, ...native } = props
  return (
    <Field {...{ label, hint, error, optional, className }}>
      {(aria) => (
        <TextArea
          {...native}
          {...aria}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  )
}

export function SelectField(props: Frame & Omit<SelectProps, 'className' | 'children'>) {
  const { label, hint, error, optional, className, ...select } = props
  return (
    <Field {...{ label, hint, error, optional, className }}>
      {(aria) => <Select {...select} {...aria} />}
    </Field>
  )
}
