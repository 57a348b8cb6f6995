import { useLingui } from '@lingui/react/macro'
import { SearchInput, Select } from '#web/ui/index.ts'
import { type Asked, SHOWN } from './queries.ts'

interface LibraryFiltersProps {
  asked: Asked
  onSearch: (search: string) => void
  onShow: (show: Asked['show']) => void
}

/** By words, and by what is missing or not. */
export function LibraryFilters({ asked, onSearch, onShow }: LibraryFiltersProps) {
  const { t } = useLingui()
  const labels: Record<Asked['show'], string> = {
    all: t({ message: 'All', context: 'pictures' }),
    undescribed: t`Not described`,
    used: t({ message: 'Used in a post', context: 'pictures' }),
    unused: t({ message: 'Not used', context: 'pictures' }),
    videos: t`Videos`,
  }
  return (
    <>
      <SearchInput
        aria-label={t`Search the library`}
        placeholder={t`Search…`}
        value={asked.search}
        onSearch={onSearch}
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
