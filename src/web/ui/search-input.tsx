import { type ComponentProps, useEffect, useEffectEvent, useRef, useState } from 'react'
import { TextInput } from './inputs.tsx'

const PAUSE_MS = 250

interface SearchInputProps extends Omit<ComponentProps<'input'>, 'value' | 'type' | 'onChange'> {
  /** What is searched now. */
  value: string
  onSearch: (words: string) => void
}

/** Searches once one has stopped typing; a search changed elsewhere (an address, a button) takes its place. */
export function SearchInput({ value, onSearch, ...rest }: SearchInputProps) {
  const [typed, type] = useState(value)
  const told = useRef(value)
  useEffect(() => {
    if (value === told.current) return
    told.current = value
    type(value)
  }, [value])
  const tell = useEffectEvent(() => {
    const words = typed.trim()
    if (words === told.current) return
    told.current = words
    onSearch(words)
  })
  useEffect(() => {
    const timer = setTimeout(tell, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <TextInput
      type="search"
      value={typed}
      onChange={(event) => type(event.target.value)}
      {...rest}
    />
  )
}
