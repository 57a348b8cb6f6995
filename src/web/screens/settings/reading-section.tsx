import { Trans, useLingui } from '@lingui/react/macro'
import { useLettersOn } from '#web/keys/shortcuts.ts'
import { remember, usePreference } from '#web/shell/preferences.ts'
import { setTheme, type Theme, useTheme } from '#web/shell/theme.ts'
import { Segmented, Switch } from '#web/ui/index.ts'
import { Section } from './section.tsx'

/** How the desk looks and listens on this machine; each choice acts at once. */
export function ReadingSection() {
  const { t } = useLingui()
  const theme = useTheme()
  const letters = useLettersOn()
  const font = usePreference('font', 'own')
  const themes: { value: Theme; label: string }[] = [
    { value: 'light', label: t`Light` },
    { value: 'dark', label: t`Dark` },
    { value: 'system', label: t`Same as system` },
  ]
  return (
    <Section
      id="reading"
      title={t`Reading and keyboard`}
      lead={<Trans>Saved on this device only.</Trans>}
    >
      <div className="divide-y divide-rule border-y border-rule">
        <div className="flex flex-wrap items-center justify-between gap-3 py-3">
          <span className="font-medium">
            <Trans>Theme</Trans>
          </span>
          <Segmented label={t`Theme`} options={themes} value={theme} onValue={setTheme} />
        </div>
        <Switch
          className="py-3"
          label={t`Wide font`}
          hint={t`The system’s own font, wider and easier to read.`}
          checked={font === 'system'}
          onChecked={(on) => chooseFont(on ? 'system' : 'own')}
        />
        <Switch
          className="py-3"
          label={t`Single-letter shortcuts`}
          hint={t`C, J, K, G then a letter… Turn them off if you dictate or use an assistive tool that types.`}
          checked={letters}
          onChecked={(on) => remember('shortcuts', on ? 'on' : 'off')}
        />
      </div>
    </Section>
  )
}

function chooseFont(font: 'own' | 'system') {
  remember('font', font)
  document.documentElement.dataset.font = font
}
