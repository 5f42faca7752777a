import { Moon, Sun, SunMoon } from 'lucide-react'
import { IconButton } from '../ui/primitives/IconButton'
import { changeSettings, themes, useSettings } from './settings'

const icons = { auto: SunMoon, light: Sun, dark: Moon } as const
const names = { auto: 'as the system', light: 'light', dark: 'dark' } as const

/** Goes round: as the system, light, dark. */
export function ThemeButton() {
  const theme = useSettings((settings) => settings.theme)
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto'
  const Icon = icons[theme]
  return (
    <IconButton
      label={`Theme: ${names[theme]}. Switch to ${names[next]}`}
      onClick={() => changeSettings({ theme: next })}
    >
      <Icon />
    </IconButton>
  )
}
