import type { PlaygroundApi, PlaygroundState } from '../../stores/playground.types'
import { formatMs } from '../../stores/vocabulary'
import { groupsOf, lastDelivery, nextArrival } from '../canvas/gestureMoments'
import { brokerGestures, processGestures, type Gesture } from '../canvas/gestures'
import type { MenuEntry } from '../primitives/Menu'
import type { Activity } from './activity'
import type { LaneBox } from './layout'
import type { TimelineModel } from './model'

/** Whether a lane's process is down at a time. */
export function isDown({ stops }: Pick<Activity, 'stops'>, lane: number, timeUs: number): boolean {
  return stops.some(
    (stop) =>
      stop.lane === lane &&
      stop.kind === 'crashed' &&
      stop.fromUs <= timeUs &&
      (stop.toUs === null || timeUs < stop.toUs),
  )
}

function gesturesOf(
  state: PlaygroundState,
  model: TimelineModel,
  id: string,
  timeUs: number,
): readonly Gesture[] {
  const lane = model.lanes.findIndex((other) => other.id === id)
  const dead = isDown(model, lane, timeUs)
  const { trace } = state.run
  const broker = state.system.brokers?.find((other) => other.id === id)
  if (broker) {
    const index = trace.events.findLastIndex((event) => event.timeUs <= timeUs)
    const target = {
      id,
      dead,
      hasQueues: broker.kind === 'queue',
      groups: groupsOf(state.system, id),
      lastDelivery: lastDelivery(trace, id, index),
      nextArrival: nextArrival(trace, id, index),
    }
    return brokerGestures(target, timeUs / 1000)
  }
  const service = state.system.services.find((other) => other.id === id)
  return processGestures({ id, dead, hasDatabase: service?.database !== undefined }, timeUs / 1000)
}

/** What can be done to a lane at a time. */
export function laneEntries(
  api: PlaygroundApi,
  model: TimelineModel,
  lane: LaneBox,
  timeUs: number,
): MenuEntry[] {
  const gestures = gesturesOf(api.getState(), model, lane.id, timeUs)
  return [
    { heading: `${lane.title} at ${formatMs(timeUs)} ms` },
    ...gestures.map(({ title, fault }) => ({ label: title, onSelect: () => api.inject(fault) })),
  ]
}

/** The same for all lanes, when only a time is known: the first thing each can suffer. */
export function timeEntries(api: PlaygroundApi, model: TimelineModel, timeUs: number): MenuEntry[] {
  const entries = model.lanes.flatMap(({ id, title }) => {
    const [gesture] = gesturesOf(api.getState(), model, id, timeUs)
    if (!gesture) return []
    return { label: `${title}: ${gesture.title}`, onSelect: () => api.inject(gesture.fault) }
  })
  return [{ heading: `At ${formatMs(timeUs)} ms` }, ...entries]
}
