import { Gauge } from 'lucide-react'
import { usePlayback, usePlaygroundApi } from '../../stores/react'
import { MenuButton } from '../primitives/MenuButton'
import { speeds, speedStep, speedText } from './speeds'
import styles from './Transport.module.css'

/** The speeds as a menu, where a slider finds no room. */
export function SpeedMenu() {
  const api = usePlaygroundApi()
  const speed = usePlayback((state) => state.speed)
  const current = speeds[speedStep(speed)]
  return (
    <MenuButton
      label="Speed"
      aria-label={`Speed ${speedText(speed)}`}
      tone="quiet"
      size="small"
      align="end"
      className={styles.speedMenu}
      icon={<Gauge size={14} aria-hidden />}
      entries={speeds.map((step) => ({
        label: speedText(step),
        checked: step === current,
        onSelect: () => api.setSpeed(step),
      }))}
    >
      {speed}×
    </MenuButton>
  )
}
