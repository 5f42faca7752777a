import { ms } from '../engine'
import type { Film, Jump } from '../playback/frame'
import type { Player } from '../playback/player'
import type { Commands } from './playground.types'

type PlaybackCommands = Pick<
  Commands,
  'play' | 'pause' | 'toggle' | 'seek' | 'seekIndex' | 'step' | 'jump' | 'setSpeed'
>

const goals: Readonly<Record<Jump, string>> = {
  commit: 'commit',
  fault: 'fault',
  broken: 'broken check',
}

export function playbackCommands(
  player: Player,
  film: () => Film,
  tell: (text: string) => void,
): PlaybackCommands {
  return {
    play: (untilMs) => player.play(untilMs === undefined ? undefined : ms(untilMs)),
    pause: () => player.pause(),
    toggle: () => (player.state.playing ? player.pause() : player.play()),
    seek(timeMs) {
      if (Number.isFinite(timeMs)) player.seek(film().headAtTime(ms(timeMs)))
    },
    seekIndex(index) {
      if (Number.isInteger(index)) player.goTo(film().headAtIndex(index))
    },
    step: (count) => player.goTo(film().stepFrom(player.state.head, count)),
    jump(what, direction) {
      const goal = film().jumpFrom(player.state.head, what, direction)
      if (goal !== null) player.goTo(goal)
      else tell(`There is no ${goals[what]} ${direction > 0 ? 'after' : 'before'} this moment.`)
    },
    setSpeed: (speed) => player.setSpeed(speed),
  }
}
