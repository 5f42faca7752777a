import { usePlayground, usePlaygroundApi } from '../../stores/react'
import { faultSentence } from '../faults/sentence'
import { Button } from '../primitives/Button'
import styles from './CodePanel.module.css'
import type { PlacedFault } from './gutter'
import { NthField } from './NthField'
import { passesOf } from './points'
import { Popover } from './Popover'

interface PlacedPopoverProps {
  readonly placed: PlacedFault
  readonly anchor: Element
  readonly onClose: () => void
  readonly onRemoved: () => void
}

/** A fault that stands in the code: move, switch off or remove it. */
export function PlacedPopover({ placed, anchor, onClose, onRemoved }: PlacedPopoverProps) {
  const api = usePlaygroundApi()
  const { index, fault } = placed
  const sentence = usePlayground((state) => faultSentence(state, index))
  const times = usePlayground((state) =>
    'point' in fault.at ? (passesOf(state.run.trace).get(fault.at.point) ?? 0) : 0,
  )
  if (!('point' in fault.at)) return null
  const { point, nth = 1 } = fault.at
  return (
    <Popover label={sentence} anchor={anchor} onClose={onClose}>
      <p className={styles.where}>{sentence}</p>
      <NthField
        nth={nth}
        times={Math.max(times, nth)}
        onChange={(next) => api.replaceFault(index, { ...fault, at: { point, nth: next } })}
      />
      <div className={styles.actions}>
        <Button
          data-first
          onClick={() => {
            onRemoved()
            api.removeFault(index)
          }}
        >
          Remove it
        </Button>
        <Button onClick={() => api.toggleFault(index)}>
          {fault.off ? 'Switch it on' : 'Switch it off'}
        </Button>
      </div>
    </Popover>
  )
}
