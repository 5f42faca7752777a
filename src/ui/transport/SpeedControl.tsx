import { usePlayback, usePlaygroundApi } from '../../stores/react'
import { Slider } from '../primitives/Slider'
import { speeds, speedStep, speedText } from './speeds'

export function SpeedControl() {
  const api = usePlaygroundApi()
  const speed = usePlayback((state) => state.speed)
  return (
    <Slider
      label="Speed"
      min={0}
      max={speeds.length - 1}
      value={speedStep(speed)}
      text={speedText(speed)}
      onChange={(step) => api.setSpeed(speeds[step] ?? 1)}
    />
  )
}
