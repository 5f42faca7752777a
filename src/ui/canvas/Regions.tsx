import { ViewportPortal } from '@xyflow/react'
import { useMemo } from 'react'
import { usePlayground, useFrame } from '../../stores/react'
import { sameContent } from './equality'
import { coast, jagged, platesOf, tearsOf, type Plate, type Tear } from './regions'
import { useStage } from './stageContext'
import type { Scene } from './useScene'
import styles from './Regions.module.css'

/** The land that things stand on, as an engraver draws it, and the cuts through the sea between. */
export function Regions({ scene }: { readonly scene: Scene }) {
  const stage = usePlayground((state) => state.lesson.stage)
  const { density } = useStage()
  const { placed } = scene
  const plates = useMemo(() => platesOf(stage, density, placed), [stage, density, placed])
  const tears = useFrame((frame) => tearsOf(plates, frame.links), sameContent)
  if (plates.length === 0) return null
  return (
    <ViewportPortal>
      <svg className={styles.map} width={1} height={1} aria-hidden>
        <defs>
          <pattern
            id="land"
            width={7}
            height={7}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path className={styles.hatch} d="M0 0V7" />
          </pattern>
        </defs>
        {plates.map((plate) => (
          <Land key={plate.title} plate={plate} />
        ))}
        {tears.map((tear) => (
          <TearLine key={tear.id} tear={tear} />
        ))}
      </svg>
    </ViewportPortal>
  )
}

/** How far the lines of water lie from the coast. */
const water = [5, 11] as const

function Land({ plate: { box, title } }: { readonly plate: Plate }) {
  const shore = coast(box, title, 0)
  return (
    <g>
      {water.map((out) => (
        <path key={out} className={styles.water} d={coast(box, title, out)} />
      ))}
      <path className={styles.land} d={shore} />
      <path fill="url(#land)" d={shore} />
      <text className={styles.title} x={box.x + 26} y={box.y + 5}>
        {title}
      </text>
    </g>
  )
}

function TearLine({ tear: { line, text } }: { readonly tear: Tear }) {
  const [from, to] = line
  const path = jagged(line)
  const upright = from.x === to.x
  return (
    <g>
      <path className={styles.gap} d={path} />
      <path className={styles.tear} d={path} />
      <text
        className={styles.word}
        x={to.x}
        y={to.y + (upright ? 14 : -10)}
        textAnchor={upright ? 'middle' : 'end'}
      >
        {text}
      </text>
    </g>
  )
}
