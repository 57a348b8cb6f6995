import {
  CalendarDays,
  ChartNoAxesColumn,
  CircleHelp,
  Ear,
  FlaskConical,
  Images,
  Inbox,
  Link2,
  type LucideIcon,
  Plug,
  Settings2,
} from 'lucide-react'

export type NavIcon =
  | 'calendar'
  | 'inbox'
  | 'listening'
  | 'results'
  | 'experiments'
  | 'library'
  | 'settings'
  | 'links'
  | 'channels'
  | 'help'

export const navIcons: Record<NavIcon, LucideIcon> = {
  calendar: CalendarDays,
  inbox: Inbox,
  listening: Ear,
  results: ChartNoAxesColumn,
  experiments: FlaskConical,
  library: Images,
  settings: Settings2,
  links: Link2,
  channels: Plug,
  help: CircleHelp,
}
