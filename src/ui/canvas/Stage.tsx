import { ReactFlowProvider } from '@xyflow/react'
import { useMemo, useRef, useState } from 'react'
import { usePlayback, usePlayground } from '../../stores/react'
import type { System } from '../../engine'
import type { Density } from './anatomy'
import { Caption } from './Caption'
import { contentBounds, fitView, freeCorner, onScreen, type Size, type View } from './fit'
import type { Box } from './geometry'
import { GestureMenu } from './GestureMenu'
import { Graph } from './Graph'
import type { MenuAnchor, MenuTarget } from './menuTarget'
import { MomentText } from './MomentText'
import { Outline } from './Outline'
import { standBox } from './scene'
import { StageContext } from './stageContext'
import { keyReaders } from './keyReaders'
import { useScene, type Scene } from './useScene'
import { useSize } from './useSize'
import styles from './Stage.module.css'

interface StageProps {
  /** False for a picture that is only looked at. */
  readonly interactive?: boolean
  /** Without caption, legend and sentence. */
  readonly compact?: boolean
}

const phoneWidth = 560

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
  const scene = useScene(density)
  const [outlined, setOutlined] = useState(false)
  const [fits, setFits] = useState(0)
  const { view, room } = useLayout(scene, size, compact, fits)
  const putBack = () => {
    scene.putBack()
    setFits(fits + 1)
  }
  return (
    <>
      {room && <MomentText room={room} />}
      <Graph scene={scene} view={view} />
      {!compact && (
        <>
          <Caption outlined={outlined} onOutline={() => setOutlined(!outlined)} onFit={putBack} />
          <Outline shown={outlined} />
        </>
      )}
    </>
  )
}

interface Layout {
  readonly view: View
  /** Where the sentence of the moment stands; null when it stands below the picture. */
  readonly room: Box | null
}

const margin = 20
const captionHeight = 50
const stripHeight = 128

/** Fits the picture, and finds room for the sentence or makes it. Grows with `fits`, to fit once more. */
function useLayout(scene: Scene, size: Size, compact: boolean, fits: number): Layout {
  const { placed } = scene
  return useMemo(() => {
    const homes = placed.map((each) => standBox(each, new Map()))
    const content = contentBounds(homes)
    const top = compact ? 8 : captionHeight
    const side = size.width < phoneWidth ? 8 : margin
    const around = { top, bottom: compact ? 8 : margin, side, fits }
    const view = fitView(content, size, around)
    if (compact || size.width < phoneWidth) return { view, room: null }
    const taken = (at: View) => homes.map((home) => onScreen(home, at))
    const room = freeCorner(taken(view), size, margin)
    if (room) return { view, room }
    const strip = {
      x: margin,
      y: size.height - stripHeight,
      width: size.width - 2 * margin,
      height: stripHeight - margin,
    }
    return { view: fitView(content, size, { ...around, bottom: stripHeight }), room: strip }
  }, [placed, size, compact, fits])
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
