import { ReactFlowProvider } from '@xyflow/react'
import { useMemo, useRef, useState } from 'react'
import { usePlayback, usePlayground } from '../../stores/react'
import type { System } from '../../engine'
import type { Density } from './anatomy'
import { Caption } from './Caption'
import type { Size } from './fit'
import { Graph } from './Graph'
import type { MenuAnchor, MenuTarget } from './menuTarget'
import { MomentText } from './MomentText'
import { StageContext } from './stageContext'
import { keyReaders } from './keyReaders'
import { useLayout } from './useLayout'
import { useScene } from './useScene'
import { useSize } from './useSize'
import { lazily } from '../primitives/lazily'
import { soon } from '../primitives/soon'
import styles from './Stage.module.css'

const menu = soon(() => import('./GestureMenu'))
const outline = soon(() => import('./Outline'))
const GestureMenu = lazily(menu, 'GestureMenu')
const Outline = lazily(outline, 'Outline')

interface StageProps {
  /** False for a picture that is only looked at. */
  readonly interactive?: boolean
  /** Without caption, legend and sentence. */
  readonly compact?: boolean
}

const phoneWidth = 560
/** Width against height from which a small picture is drawn as one row. */
const wideFrame = 1.5

const densityOf = (width: number): Density => (width < phoneWidth ? 'narrow' : 'wide')

/** The picture: processes standing on their disks, and the messages between them. */
export function Stage({ interactive = true, compact = !interactive }: StageProps) {
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const playing = usePlayback((state) => state.playing)
  const density = densityOf(size?.width ?? phoneWidth)
  const system = usePlayground((state) => state.system)
  const [menu, setMenu] = useState<{ target: MenuTarget; anchor: MenuAnchor } | null>(null)
  const context = useMemo(
    () => ({
      density,
      interactive,
      ...namesIn(system),
      keyOf: keyReaders(system),
      openMenu: (target: MenuTarget, anchor: MenuAnchor) => setMenu({ target, anchor }),
    }),
    [density, interactive, system],
  )
  return (
    <StageContext value={context}>
      <ReactFlowProvider>
        <section
          className={styles.stage}
          aria-label="Picture"
          data-playing={playing}
          data-compact={compact}
          data-density={density}
        >
          <div ref={frame} className={styles.frame}>
            {size && size.width > 0 && <Picture size={size} compact={compact} />}
          </div>
          {!compact && density === 'narrow' && <MomentText room={null} />}
          {menu && <GestureMenu {...menu} onClose={() => setMenu(null)} />}
        </section>
      </ReactFlowProvider>
    </StageContext>
  )
}

interface PictureProps {
  readonly size: Size
  readonly compact: boolean
}

function Picture({ size, compact }: PictureProps) {
  const density = densityOf(size.width)
  const inRow = compact && size.width > wideFrame * size.height
  const scene = useScene(density, inRow)
  const [outlined, setOutlined] = useState(false)
  const [fits, setFits] = useState(0)
  const { view, room, height } = useLayout(scene, { size, density, compact, inRow, fits })
  const putBack = () => {
    scene.putBack()
    setFits(fits + 1)
  }
  return (
    <div className={styles.picture} style={height === null ? undefined : { blockSize: height }}>
      <Graph scene={scene} view={view} regions={!inRow}>
        {room && <MomentText room={room} />}
      </Graph>
      {!compact && (
        <>
          <Caption outlined={outlined} onOutline={() => setOutlined(!outlined)} onFit={putBack} />
          <Outline shown={outlined} stands={scene.stands} />
        </>
      )}
    </div>
  )
}

function namesIn(system: System) {
  const brokers = system.brokers ?? []
  const titles = new Map([...system.services, ...brokers].map(({ id, title }) => [id, title]))
  const brokerIds = new Set(brokers.map((broker) => broker.id))
  return {
    titleOf: (process: string) => titles.get(process) ?? process,
    isBroker: (process: string) => brokerIds.has(process),
  }
}
