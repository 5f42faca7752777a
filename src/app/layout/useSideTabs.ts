import { usePlayground } from '../../stores/react'
import { hasFigures } from '../../ui/figures/parts'
import { sideTabs, type SideTab } from './panels'

/** The tabs beside the canvas that this lesson can fill. */
export function useSideTabs(): readonly SideTab[] {
  const figures = usePlayground(({ lesson }) => hasFigures(lesson))
  return figures ? sideTabs : sideTabs.filter((tab) => tab !== 'figures')
}
