import { Trans, useLingui } from '@lingui/react/macro'
import { useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useCompany } from '#web/api/index.ts'
import { LinkButton, Page } from '#web/ui/index.ts'
import { CompanySection } from './company-section.tsx'
import { KeysSection } from './keys-section.tsx'
import { MembersSection } from './members-section.tsx'
import { ProfileSection } from './profile-section.tsx'
import { ReadingSection } from './reading-section.tsx'
import { Section } from './section.tsx'

/** Everything that is set once: one page, one rule per subject. */
export default function SettingsScreen() {
  const { t } = useLingui()
  const { name, role } = useCompany()
  useScrollToHash()
  const manages = role === 'owner' || role === 'manager'
  return (
    <Page title={t`Settings`} folio={name}>
      <ProfileSection />
      <ReadingSection />
      <CompanySection readOnly={!manages} />
      <Section
        id="channels"
        title={t`Channels`}
        lead={<Trans>The accounts this company speaks through, and how they are.</Trans>}
      >
        <LinkButton to="/channels">
          <Trans>Connected accounts</Trans>
        </LinkButton>
      </Section>
      <MembersSection />
      {manages && <KeysSection />}
      {manages && (
        <Section
          id="webhooks"
          title={t`Webhooks`}
          lead={<Trans>Tell other programs what happens here, as it happens.</Trans>}
        >
          <LinkButton to="/webhooks">
            <Trans>Programs that are told</Trans>
          </LinkButton>
        </Section>
      )}
    </Page>
  )
}

/** A command may point at one subject: /settings#keys. */
function useScrollToHash() {
  const hash = useRouterState({ select: (state) => state.location.hash })
  useEffect(() => {
    const section = hash ? document.getElementById(hash) : null
    section?.scrollIntoView()
    section?.querySelector('h2')?.focus()
  }, [hash])
}
