import { useEffect } from 'react'
import { encodeLink } from '../../share/link'
import type { PlaygroundApi } from '../../stores/playground.types'
import { baseAddress, follow } from '../route'

/** Keeps the address at the scenario that is shown, so that a reload and a bookmark bring it back. */
export function useAddressFollows(playground: PlaygroundApi): void {
  useEffect(() => {
    let shown = playground.getState().scenario
    return playground.subscribe(() => {
      const { scenario, lesson } = playground.getState()
      if (scenario === shown) return
      shown = scenario
      follow(encodeLink(scenario, lesson, baseAddress()))
    })
  }, [playground])
}
