import { usePlaygroundApi } from '../../stores/react'
import { formatMs } from '../../stores/vocabulary'
import type { PlaygroundApi } from '../../stores/playground.types'
import { Menu, type MenuEntry } from '../primitives/Menu'
import { Sign } from '../marks/Sign'
import { flightLabel } from './flightLabel'
import { groupsOf, lastDelivery, momentOfMessage, nextArrival } from './gestureMoments'
import {
  brokerGestures,
  linkGestures,
  messageGestures,
  processGestures,
  type Gesture,
} from './gestures'
import type { MenuAnchor, MenuTarget } from './menuTarget'
import { useStage } from './stageContext'

interface GestureMenuProps {
  readonly target: MenuTarget
  readonly anchor: MenuAnchor
  readonly onClose: () => void
}

/** What can happen to the thing that was pressed, at the moment shown. */
export function GestureMenu({ target, anchor, onClose }: GestureMenuProps) {
  const api = usePlaygroundApi()
  const { titleOf, isBroker } = useStage()
  const timeUs = api.playback.getState().head.timeUs
  const title = targetTitle(api, target, titleOf, isBroker)
  const entries: MenuEntry[] = [
    { heading: `${title}, at ${formatMs(timeUs)} ms` },
    ...gesturesFor(api, target, titleOf, isBroker).map((gesture): MenuEntry => ({
      label: gesture.title,
      hint: gesture.hint,
      tone: 'fault',
      icon: <Sign name="bolt" scale={0.62} />,
      onSelect: () => api.inject(gesture.fault),
    })),
  ]
  return <Menu label={`Break ${title}`} entries={entries} anchor={anchor} onClose={onClose} />
}

type Titles = (process: string) => string
type IsBroker = (process: string) => boolean

function targetTitle(
  api: PlaygroundApi,
  target: MenuTarget,
  titleOf: Titles,
  isBroker: IsBroker,
): string {
  switch (target.kind) {
    case 'process':
      return titleOf(target.process)
    case 'link':
      return `${titleOf(target.from)} → ${titleOf(target.to)}`
    case 'message': {
      const flight = api.getState().film.flight(target.message)
      return flight ? flightLabel(flight, isBroker) : 'this message'
    }
  }
}

function gesturesFor(
  api: PlaygroundApi,
  target: MenuTarget,
  titleOf: Titles,
  isBroker: IsBroker,
): readonly Gesture[] {
  const { timeUs } = api.playback.getState().head
  const timeMs = timeUs / 1000
  switch (target.kind) {
    case 'process':
      return isBroker(target.process)
        ? forBroker(api, target.process)
        : forService(api, target.process)
    case 'link': {
      const { from, to } = target
      const link = { from, to, fromTitle: titleOf(from), toTitle: titleOf(to) }
      return linkGestures(link, timeMs)
    }
    case 'message': {
      const { film, run } = api.getState()
      const flight = film.flight(target.message)
      const moment = momentOfMessage(run.trace, target.message)
      return flight && moment ? messageGestures({ role: flight.role, moment }) : []
    }
  }
}

function forService(api: PlaygroundApi, id: string): readonly Gesture[] {
  const { system } = api.getState()
  const hasDatabase = system.services.some((service) => service.id === id && service.database)
  return processGestures({ id, hasDatabase, dead: isDead(api, id) }, headMs(api))
}

function forBroker(api: PlaygroundApi, id: string): readonly Gesture[] {
  const { system, run } = api.getState()
  const { index } = api.playback.getState().head
  const target = {
    id,
    dead: isDead(api, id),
    hasQueues:
      system.brokers?.some((broker) => broker.id === id && broker.kind === 'queue') ?? false,
    groups: groupsOf(system, id),
    lastDelivery: lastDelivery(run.trace, id, index),
    nextArrival: nextArrival(run.trace, id, index),
  }
  return brokerGestures(target, headMs(api))
}

const headMs = (api: PlaygroundApi) => api.playback.getState().head.timeUs / 1000

const isDead = (api: PlaygroundApi, id: string) =>
  api.frame().services.get(id)?.status === 'crashed'
