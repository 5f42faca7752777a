import 'simjs'
import type { Visit } from './singleServer'

/** What this needs of simjs, which exports nothing: it leaves itself on the window. */
interface Simjs {
  readonly Sim: new () => Sim
  readonly Facility: new (name: string) => object
  readonly Entity: new (sim: Sim) => Entity
}

interface Sim {
  addEntity(entity: unknown): unknown
  simulate(untilUs: number): boolean
}

interface Entity {
  time(): number
  setTimer(us: number): Request
  useFacility(facility: object, us: number): Request
}

interface Request {
  done(then: () => void): Request
}

declare global {
  interface Window {
    readonly Sim?: Simjs
  }
}

/**
 * The same customers at a facility of simjs, in the way of its own manual.
 *
 * @returns virtual µs at which the last customer leaves.
 */
export function serveInSimjs(visits: readonly Visit[]): number {
  if (window.Sim === undefined) throw new Error('simjs has not been loaded.')
  const { Sim, Facility, Entity } = window.Sim
  const server = new Facility('server')
  let lastUs = 0
  class Door extends Entity {
    next = 0
    start(): void {
      this.wait()
    }
    wait(): void {
      const visit = visits[this.next++]
      if (visit === undefined) return
      this.setTimer(visit.afterUs).done(() => {
        this.useFacility(server, visit.serviceUs).done(() => {
          lastUs = this.time()
        })
        this.wait()
      })
    }
  }
  const sim = new Sim()
  sim.addEntity(Door)
  sim.simulate(Infinity)
  return lastUs
}
