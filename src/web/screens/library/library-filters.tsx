import { useLingui } from '@lingui/react/macro'
import { useEffect, useEffectEvent, useState } from 'react'
import { Select, TextInput } from '#web/ui/index.ts'
import { type Asked, SHOWN } from './queries.ts'

interface LibraryFiltersProps {
  asked: Asked
  onSearch: (search: string) => void
  onShow: (show: Asked['show']) => void
}

const PAUSE_MS = 250

/** By words, and by what is missing or not. */
export function LibraryFilters({ asked, onSearch, onShow }: LibraryFiltersProps) {
  const { t } = useLingui()
  const [typed, type] = useState(asked.search)
  const tell = useEffectEvent(() => {
    if (typed.trim() !== asked.search) onSearch(typed.trim())
  })
  useEffect(() => {
    const timer = setTimeout(tell, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const labels: Record<Asked['show'], string> = {
    all: t({ message: 'All', context: 'pictures' }),
    undescribed: t`Not described`,
    used: t({ message: 'Used in a post', context: 'pictures' }),
    unused: t({ message: 'Not used', context: 'pictures' }),
    videos: t`Videos`,
  }
  return (
    <>
      <TextInput
        type="search"
        aria-label={t`Search the library`}
        placeholder={t`Search…`}
        value={typed}
        onChange={(event) => type(event.target.value)}
        className="w-44!"
      />
      <Select
        aria-label={t`Show`}
        value={asked.show}
        onValue={(value) => onShow(SHOWN.find((one) => one === value) ?? 'all')}
        options={SHOWN.map((value) => ({ value, label: labels[value] }))}
        className="w-40!"
      />
    </>
  )
}
