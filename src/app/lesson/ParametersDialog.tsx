import { usePlayground, usePlaygroundApi } from '../../stores/react'
import { ParamControl } from '../../ui/params/ParamControl'
import { Button } from '../../ui/primitives/Button'
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
          <ParamControl key={param.id} param={param} />
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
