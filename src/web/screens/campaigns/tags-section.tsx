import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { UtmPreset } from '#domain/links/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import { Button, ProblemMessage, QueryView, useForm, useToast } from '#web/ui/index.ts'
import { Section } from '../settings/section.tsx'
import { presetOf } from './campaign-form.ts'
import { UtmFields } from './utm-fields.tsx'

/** The company’s own tags of links, with what they make of an address. */
export default function TagsSection({ readOnly }: { readOnly: boolean }) {
  const { t } = useLingui()
  const { id } = useCompany()
  const preset = useQuery({
    queryKey: ['links', 'tags', id],
    queryFn: ({ signal }) => api.get<UtmPreset>('/links/tags', { signal }),
  })
  // It comes after the page was scrolled to what its address names.
  useEffect(() => {
    if (location.hash !== '#tags') return
    document.getElementById('tags')?.scrollIntoView()
    document.getElementById('tags-title')?.focus()
  }, [])
  return (
    <Section
      id="tags"
      title={t`Link tags`}
      lead={
        <Trans>
          What is added to the links in every post, so that your site’s analytics show where a visit
          comes from. A campaign can have its own.
        </Trans>
      }
    >
      <QueryView query={preset}>
        {(known) => <Form preset={known} companyId={id} readOnly={readOnly} />}
      </QueryView>
    </Section>
  )
}

interface FormProps {
  preset: UtmPreset
  companyId: string
  readOnly: boolean
}

function Form({ preset, companyId, readOnly }: FormProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  const { source = '', medium = '', campaign = '', content = '' } = preset
  const form = useForm({
    initial: { source, medium, campaign, content },
    send: async (values) => {
      const kept = await api.put<UtmPreset>('/links/tags', presetOf(values))
      client.setQueryData(['links', 'tags', companyId], kept)
      toast({ text: t`Link tags saved: they apply to what is scheduled from now on.` })
    },
  })
  return (
    <form {...form.props} className="space-y-4">
      <UtmFields field={form.field} preset={presetOf(form.values)} disabled={readOnly} />
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      {!readOnly && (
        <Button
          type="submit"
          kind={form.dirty ? 'solid' : 'line'}
          busy={form.busy}
          disabled={!form.dirty}
        >
          <Trans>Save the tags</Trans>
        </Button>
      )}
    </form>
  )
}
