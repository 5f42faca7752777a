import {
  Background,
  BackgroundVariant,
  ReactFlow,
  useReactFlow,
  type NodeChange,
  type NodeSelectionChange,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import {
  useCallback,
  useEffect,
  useMemo,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react'
import { lazily } from '../primitives/lazily'
import { soon } from '../primitives/soon'
import { zoomLimits, type View } from './fit'
import { LaneEdge, type LaneEdgeType } from './LaneEdge'
import { opensMenu } from './menuTarget'
import { MotionLayer } from './MotionLayer'
import { Regions } from './Regions'
import { SameThread } from './SameThread'
import { standBox, type LinkLane, type Placed } from './scene'
import { useStage } from './stageContext'
import { StandNode, type StandNodeType } from './StandNode'
import type { Scene } from './useScene'
import styles from './Graph.module.css'

const flightButtons = soon(() => import('./FlightButtons'))
const FlightButtons = lazily(flightButtons, 'FlightButtons')

const nodeTypes = { stand: StandNode }
const edgeTypes = { lane: LaneEdge }

interface GraphProps {
  readonly scene: Scene
  readonly view: View
  /** With the plates that a lesson puts under its stands. */
  readonly regions: boolean
  /** What is written on the paper, behind everything that is drawn. */
  readonly children?: ReactNode
}

/** Structure, drawn by React Flow, and the layer of motion above it. */
export function Graph({ scene, view, regions, children }: GraphProps) {
  const { interactive, density, openMenu } = useStage()
  const [selected, setSelected] = useState<string | null>(null)
  const nodes = useNodes(scene, selected)
  const edges = useEdges(scene.lanes)
  useRefit(view)
  const onNodesChange = useCallback(
    (changes: NodeChange<StandNodeType>[]) => {
      for (const change of changes) {
        if (change.type === 'position' && change.position) scene.move(change.id, change.position)
        if (change.type === 'select') setSelected((now) => selectedAfter(change, now))
      }
    },
    [scene],
  )
  const openEdgeMenu = (event: MouseEvent, edge: LaneEdgeType) => {
    event.preventDefault()
    const link = edge.data?.linkLane.link
    if (link) openMenu({ kind: 'link', from: link.from, to: link.to }, pointOf(event))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const edge = (event.target as Element).closest('.react-flow__edge')
    const link = edge && scene.lanes.get(edge.getAttribute('data-id') ?? '')?.link
    if (!link || !opensMenu(event)) return
    event.preventDefault()
    openMenu({ kind: 'link', from: link.from, to: link.to }, edge)
  }
  const movable = interactive && density === 'wide'
  return (
    <ReactFlow<StandNodeType, LaneEdgeType>
      className={styles.graph}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodesChange={onNodesChange}
      defaultViewport={view}
      minZoom={zoomLimits.least}
      maxZoom={zoomLimits.most}
      nodesDraggable={movable}
      nodesFocusable={movable}
      edgesFocusable={interactive}
      nodesConnectable={false}
      elementsSelectable={interactive}
      panOnDrag={movable}
      zoomOnScroll={movable}
      zoomOnPinch={interactive}
      zoomOnDoubleClick={false}
      preventScrolling={movable}
      autoPanOnNodeFocus={false}
      panActivationKeyCode={null}
      deleteKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      zoomActivationKeyCode={null}
      onEdgeClick={openEdgeMenu}
      onEdgeContextMenu={openEdgeMenu}
      onKeyDown={onKeyDown}
      ariaLabelConfig={ariaLabels}
    >
      <Background variant={BackgroundVariant.Dots} gap={20} size={1.6} color="var(--dot)" />
      {children}
      {regions && <Regions scene={scene} />}
      <SameThread scene={scene} />
      <MotionLayer scene={scene.motion} />
      {interactive && <FlightButtons scene={scene.motion} />}
    </ReactFlow>
  )
}

const ariaLabels = {
  'node.a11yDescription.default': 'Press Enter to take it, then arrow keys to move it.',
  'node.a11yDescription.keyboardDisabled': 'Press Enter to take it, then arrow keys to move it.',
  'edge.a11yDescription.default': 'Press Enter for what can happen to this link.',
}

function selectedAfter(change: NodeSelectionChange, now: string | null): string | null {
  if (change.selected) return change.id
  return now === change.id ? null : now
}

const pointOf = (event: MouseEvent) => ({ x: event.clientX, y: event.clientY })

function useNodes(scene: Scene, selected: string | null): StandNodeType[] {
  const { placed, moved } = scene
  return useMemo(
    () => placed.map((each) => nodeOf(each, standBox(each, moved), each.stand.id === selected)),
    [placed, moved, selected],
  )
}

function nodeOf(
  { stand, anatomy }: Placed,
  box: { readonly x: number; readonly y: number },
  selected: boolean,
): StandNodeType {
  const { width, height } = anatomy
  const names = stand.processes.map((process) => process.title).join(' and ')
  const on = stand.database === null ? '' : ` on the disk ${stand.databaseTitle}`
  return {
    id: stand.id,
    type: 'stand',
    position: { x: box.x, y: box.y },
    data: { stand, anatomy },
    width,
    height,
    measured: { width, height },
    selected,
    ariaLabel: names + on,
    ariaRole: 'group',
  }
}

function useEdges(lanes: ReadonlyMap<string, LinkLane>): LaneEdgeType[] {
  const { titleOf } = useStage()
  return useMemo(
    () =>
      [...lanes].map(([id, linkLane]) => ({
        id,
        type: 'lane',
        source: linkLane.standFrom,
        target: linkLane.standTo,
        data: { linkLane },
        ariaLabel: `${titleOf(linkLane.link.from)} to ${titleOf(linkLane.link.to)}`,
        ariaRole: 'button',
        domAttributes: { 'aria-haspopup': 'menu' },
      })),
    [lanes, titleOf],
  )
}

function useRefit(view: View): void {
  const { setViewport } = useReactFlow()
  useEffect(() => {
    void setViewport(view)
  }, [view, setViewport])
}
