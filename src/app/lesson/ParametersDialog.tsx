import type { Param } from '../../lessons/definition'
import { usePlayground, usePlaygroundApi } from '../../stores/react'
import { Button } from '../../ui/primitives/Button'
import { Checkbox } from '../../ui/primitives/Checkbox'
import { Dialog } from '../../ui/primitives/Dialog'
import { NumberField } from '../../ui/primitives/NumberField'
import { SpeedControl } from '../../ui/transport/SpeedControl'
import styles from './ParametersDialog.module.css'

const seedMax = 0xffff_ffff

/** What the run is made with, besides its faults. */
export function ParametersDialog({ onClose }: { readonly onClose: () => void }) {
  const api = usePlaygroundApi()
  const params = usePlayground(({ lesson }) => lesson.params)
  const seed = usePlayground(({ scenario }) => scenario.seed) ?? 1
  return (
    <Dialog
      title="Speed, parameters, seed"
      size="small"
      onClose={onClose}
      footer={<Button onClick={() => api.reset()}>Start over</Button>}
    >
      <div className={styles.list}>
        <SpeedControl />
        {params.map((param) => (
          <ParamField key={param.id} param={param} />
        ))}
        <NumberField
          label="Seed"
          hint="Same seed, same weather: delays and losses are drawn from it."
          value={seed}
          min={0}
          max={seedMax}
          onChange={(next) => api.setSeed(next)}
        />
      </div>
    </Dialog>
  )
}

function ParamField({ param }: { readonly param: Param }) {
  const api = usePlaygroundApi()
  const { id, title, min, max, step, unit } = param
  const value = usePlayground(({ scenario }) => scenario.params?.[id]) ?? param.default
  if (unit === '')
    return (
      <Checkbox
        label={title}
        checked={value === 1}
        onChange={(checked) => api.setParam(id, checked ? 1 : 0)}
      />
    )
  return (
    <NumberField
      label={title}
      value={value}
      min={min}
      max={max}
      step={step}
      unit={unit}
      onChange={(next) => api.setParam(id, next)}
    />
  )
}
