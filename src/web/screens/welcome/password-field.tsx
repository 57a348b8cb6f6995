import { useLingui } from '@lingui/react/macro'
import { Eye, EyeOff } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Field, IconButton, TextInput } from '#web/ui/index.ts'

interface PasswordFieldProps {
  label: string
  name: string
  hint?: ReactNode
  error?: string | undefined
  value: string
  onValue: (value: string) => void
  autoComplete: 'new-password' | 'current-password'
}

/** A password one may look at: typing it twice proves less than reading it once. */
export function PasswordField({ label, hint, error, onValue, ...input }: PasswordFieldProps) {
  const { t } = useLingui()
  const [seen, see] = useState(false)
  return (
    <Field {...{ label, hint, error }}>
      {(aria) => (
        <div className="flex gap-1">
          <TextInput
            {...input}
            {...aria}
            type={seen ? 'text' : 'password'}
            spellCheck={false}
            autoCapitalize="none"
            onChange={(event) => onValue(event.target.value)}
          />
          <IconButton
            label={seen ? t`Hide the password` : t`Show the password`}
            icon={seen ? EyeOff : Eye}
            aria-pressed={seen}
            onClick={() => see(!seen)}
          />
        </div>
      )}
    </Field>
  )
}
