import { Trans, useLingui } from '@lingui/react/macro'
import { useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { useCompany, useMay } from '#web/api/index.ts'
import { loadMessages } from '#web/shell/locale.ts'
import { LinkButton, Page, Skeleton } from '#web/ui/index.ts'
import { AssistantSettings, SilencedHints } from '../writing/parts.ts'
import { CompanySection } from './company-section.tsx'
import { KeysSection } from './keys-section.tsx'
import { MentionsSection } from './mentions-section.tsx'
import { ProfileSection } from './profile-section.tsx'
import { PublishingSection } from './publishing-section.tsx'
import { ReadingSection } from './reading-section.tsx'
import { Section } from './section.tsx'

const MembersSection = lazy(async () => {
  const words = loadMessages('../screens/members')
  const section = await import('../members/members-section.tsx')
  await words
  return section
})

// Its words are with the campaigns, which have tags of their own.
const TagsSection = lazy(async () => {
  const words = loadMessages('../screens/campaigns')
  const section = await import('../campaigns/tags-section.tsx')
  await words
  return section
})

/** Its words are those of the approvals screen. */
const SettingsApprovals = lazy(async () => {
  const words = loadMessages('../screens/approvals')
  const part = await import('../approvals/settings-approvals.tsx')
  await words
  return part
})

/** Everything that is set once: one page, one rule per subject. */
export default function SettingsScreen() {
  const { t } = useLingui()
  const { name, role } = useCompany()
  useScrollToHash()
  const reads = useMay('audit:read')
  const manages = role === 'owner' || role === 'manager'
  return (
    <Page title={t`Settings`} folio={name}>
      <ProfileSection />
      <ReadingSection />
      <CompanySection readOnly={!manages} />
      <PublishingSection readOnly={!manages} />
      <MentionsSection readOnly={!manages} />
      <Section
        id="channels"
        title={t`Channels`}
        lead={<Trans>The accounts this company publishes through, and their health.</Trans>}
      >
        <LinkButton to="/channels">
          <Trans>Connected accounts</Trans>
        </LinkButton>
      </Section>
      <Suspense fallback={<Skeleton rows={4} height={48} />}>
        <TagsSection readOnly={!manages} />
      </Suspense>
      <Section
        id="hints"
        title={t`Writing hints`}
        lead={
          <Trans>
            What the margin points out while you write. Nothing is sent anywhere for it.
          </Trans>
        }
      >
        <Suspense>
          <SilencedHints />
        </Suspense>
      </Section>
      {manages && (
        <Section
          id="assistant"
          title={t`Help with writing`}
          lead={
            <Trans>
              Off until you give an address. A text is sent only when someone has seen what will be
              sent and pressed the button.
            </Trans>
          }
        >
          <Suspense>
            <AssistantSettings />
          </Suspense>
        </Section>
      )}
      <Suspense>
        <MembersSection />
      </Suspense>
      {reads && (
        <Section id="journal" title={t`Journal`} lead={<Trans>Who did what, and when.</Trans>}>
          <LinkButton to="/settings/journal">
            <Trans>Open the journal</Trans>
          </LinkButton>
        </Section>
      )}
      <Section
        id="approvals"
        title={t`Approvals`}
        lead={<Trans>Who can publish alone, and which posts someone reviews first.</Trans>}
      >
        <Suspense fallback={<Skeleton rows={3} height={48} />}>
          <SettingsApprovals readOnly={!manages} />
        </Suspense>
      </Section>
      {manages && (
        <Section
          id="lists"
          title={t`Mailing lists`}
          lead={<Trans>Who gets your newsletters.</Trans>}
        >
          <LinkButton to="/lists">
            <Trans>Open the lists</Trans>
          </LinkButton>
        </Section>
      )}
      {manages && <KeysSection />}
      {manages && (
        <Section
          id="webhooks"
          title={t`Webhooks`}
          lead={<Trans>Tell other programs what happens here, as it happens.</Trans>}
        >
          <LinkButton to="/webhooks">
            <Trans>Programs that are notified</Trans>
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
