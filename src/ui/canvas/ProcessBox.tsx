import type { KeyboardEvent, MouseEvent } from 'react'
import { useFrame, usePlayground, usePlaygroundApi } from '../../stores/react'
import type { Box } from './geometry'
import { isSmall, isTiny } from './anatomy'
import { sameContent } from './equality'
import { opensMenu } from './menuTarget'
import { ClientShape, DeadShape, LivingShape } from './ProcessShape'
import { ProcessText } from './ProcessText'
import { processSentence, processView } from './processView'
import { useStage } from './stageContext'
import type { Process } from './stands'
import styles from './ProcessBox.module.css'

interface ProcessBoxProps {
  readonly process: Process
  readonly box: Box
}

/** The part that a crash can empty. */
export function ProcessBox({ process, box }: ProcessBoxProps) {
  const { interactive, openMenu } = useStage()
  const api = usePlaygroundApi()
  const view = useFrame((frame) => processView(frame, process), sameContent)
  const selected = usePlayground(
    ({ selection }) =>
      (selection?.kind === 'service' || selection?.kind === 'step') &&
      selection.service === process.id,
  )
  const open = (anchor: Element | { x: number; y: number }) => {
    api.select({ kind: 'service', service: process.id })
    openMenu({ kind: 'process', process: process.id }, anchor)
  }
  const onPointer = (event: MouseEvent) => {
    event.preventDefault()
    const byKey = event.detail === 0 && event.type === 'click'
    open(byKey ? event.currentTarget : { x: event.clientX, y: event.clientY })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!opensMenu(event)) return
    event.preventDefault()
    event.stopPropagation()
    open(event.currentTarget)
  }
  const small = isSmall(box.width, process.title)
  const tiny = isTiny(box.width, process.title)
  const Shape =
    process.kind === 'client' ? ClientShape : view.status === 'crashed' ? DeadShape : LivingShape
  return (
    <div
      className={styles.process}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      data-status={view.status}
      data-kind={process.kind}
      data-tiny={tiny}
      data-outside={process.outside}
      data-process={process.id}
      data-selected={selected}
      data-restarted={view.restarted}
    >
      <Shape width={box.width} height={box.height} view={view} small={small} tiny={tiny} />
      <ProcessText process={process} view={view} small={small} tiny={tiny} />
      {interactive && (
        <button
          type="button"
          className={`${styles.hit} nokey`}
          aria-haspopup="menu"
          aria-label={processSentence(process, view)}
          onClick={onPointer}
          onContextMenu={onPointer}
          onKeyDown={onKeyDown}
        >
          <span className={styles.more} aria-hidden>
            ⋯
          </span>
        </button>
      )}
    </div>
  )
}
