import { Pause, Play, SkipBack, SkipForward, StepBack, StepForward } from 'lucide-react'
import { usePlayback, usePlaygroundApi } from '../../stores/react'
import { IconButton } from '../primitives/IconButton'
import { JumpMenu } from './JumpMenu'
import styles from './Transport.module.css'

export function PlayButtons() {
  const api = usePlaygroundApi()
  const playing = usePlayback((state) => state.playing)
  return (
    <fieldset className={styles.buttons}>
      <legend className="visually-hidden">Play</legend>
      <IconButton label="To the start" keys="Home" onClick={() => api.seek(0)}>
        <SkipBack />
      </IconButton>
      <IconButton label="Step back" keys="ArrowLeft" onClick={() => api.step(-1)}>
        <StepBack />
      </IconButton>
      <IconButton
        label={playing ? 'Pause' : 'Play'}
        keys="Space"
        tone="ink"
        className={styles.play}
        onClick={() => api.toggle()}
      >
        {playing ? <Pause /> : <Play />}
      </IconButton>
      <IconButton label="Step forward" keys="ArrowRight" onClick={() => api.step(1)}>
        <StepForward />
      </IconButton>
      <IconButton
        label="To the end"
        keys="End"
        onClick={() => api.seek(api.getState().run.endUs / 1000)}
      >
        <SkipForward />
      </IconButton>
      <JumpMenu />
    </fieldset>
  )
}
