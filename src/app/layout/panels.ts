import { create } from 'zustand'
import { keep, oneOf, readKept } from '../kept'

/** Every panel can be closed; those with a size can be made larger. */
type PanelName = 'lesson' | 'side' | 'log' | 'checks' | 'dock'

interface SizeRange {
  readonly initial: number
  readonly min: number
  readonly max: number
}

/** Widths of `lesson` and `side`, heights of `log` and `dock`, in pixels. */
export const sizeRanges = {
  lesson: { initial: 284, min: 220, max: 420 },
  side: { initial: 396, min: 300, max: 720 },
  log: { initial: 132, min: 90, max: 480 },
  dock: { initial: 224, min: 132, max: 480 },
} as const satisfies Readonly<Partial<Record<PanelName, SizeRange>>>

export type SizedPanel = keyof typeof sizeRanges

export const panelTitles: Readonly<Record<PanelName, string>> = {
  lesson: 'Lesson',
  side: 'Code and rows',
  log: 'Log',
  checks: 'Checks',
  dock: 'Timeline',
}

export const panelNames = Object.keys(panelTitles) as readonly PanelName[]

export const sideTabs = ['code', 'rows', 'figures', 'log'] as const
export type SideTab = (typeof sideTabs)[number]

export const sideTabTitles: Readonly<Record<SideTab, string>> = {
  code: 'Code',
  rows: 'Rows',
  figures: 'Figures',
  log: 'Log',
}

export interface Panels {
  readonly closed: readonly PanelName[]
  readonly sizes: Readonly<Record<SizedPanel, number>>
  readonly tab: SideTab
  /** The drawer of middle widths; it lies over the canvas, so it begins closed. */
  readonly drawer: boolean
}

export const usePanels = create<Panels>(() => readPanels(readKept('panels')))

usePanels.subscribe((panels) => keep('panels', panels))

export const isOpen = (panels: Panels, name: PanelName): boolean => !panels.closed.includes(name)

export function togglePanel(name: PanelName): void {
  usePanels.setState((panels) => ({
    closed: isOpen(panels, name)
      ? [...panels.closed, name]
      : panels.closed.filter((closed) => closed !== name),
  }))
}

export function resizePanel(name: SizedPanel, size: number): void {
  usePanels.setState(({ sizes }) => ({ sizes: { ...sizes, [name]: size } }))
}

export const resetPanels = (): void => usePanels.setState(readPanels({}))

/** Takes what was kept, piece by piece, so that an old or damaged entry spoils nothing. */
export function readPanels(kept: Readonly<Record<string, unknown>>): Panels {
  const closed: readonly unknown[] = Array.isArray(kept['closed']) ? kept['closed'] : []
  const sizes: object = Object(kept['sizes'])
  return {
    closed: panelNames.filter((name) => closed.includes(name)),
    sizes: {
      lesson: sizeOf('lesson', sizes),
      side: sizeOf('side', sizes),
      log: sizeOf('log', sizes),
      dock: sizeOf('dock', sizes),
    },
    tab: oneOf(kept['tab'], sideTabs, 'code'),
    drawer: kept['drawer'] === true,
  }
}

function sizeOf(name: SizedPanel, sizes: object): number {
  const { initial, min, max } = sizeRanges[name]
  const kept: unknown = Object.getOwnPropertyDescriptor(sizes, name)?.value
  return typeof kept === 'number' && kept >= min && kept <= max ? kept : initial
}
