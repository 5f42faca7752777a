import { usePlayground, usePlaygroundApi } from '../../stores/react'
import { NumberField } from '../primitives/NumberField'

const mostSeed = 0xffff_ffff

/** Same seed, same weather. */
export function SeedField() {
  const api = usePlaygroundApi()
  const seed = usePlayground((state) => state.scenario.seed ?? 1)
  return (
    <NumberField
      label="Seed"
      value={seed}
      min={0}
      max={mostSeed}
      onChange={(value) => api.setSeed(Math.round(value))}
    />
  )
}
