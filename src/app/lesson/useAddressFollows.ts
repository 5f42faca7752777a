import { useEffect } from 'react'
import type { PlaygroundApi } from '../../stores/playground.types'
import { codec } from '../codec'
import { baseAddress, follow } from '../route'

/** Keeps the address at the scenario that is shown, so that a reload and a bookmark bring it back. */
export function useAddressFollows(playground: PlaygroundApi): void {
  useEffect(() => {
    let shown: unknown = playground.getState().scenario
    let here = true
    const write = async () => {
      const { encodeLink } = await codec()
      const { scenario, lesson } = playground.getState()
      if (here) follow(encodeLink(scenario, lesson, baseAddress()))
    }
    const leave = playground.subscribe(() => {
      const { scenario } = playground.getState()
      if (scenario === shown) return
      shown = scenario
      void write()
    })
    return () => {
      here = false
      leave()
    }
  }, [playground])
}
