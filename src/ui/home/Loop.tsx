import { Pause, Play } from 'lucide-react'
import { useEffect } from 'react'
import { usePlayback, usePlaygroundApi } from '../../stores/react'
import { IconButton } from '../primitives/IconButton'
import { useTokens } from '../tokens'
import styles from './Lead.module.css'

const restMs = 1600

/** Plays the run again and again, until the reader pauses it; not at all where motion is unwanted. */
export function Loop() {
  const playground = usePlaygroundApi()
  const playing = usePlayback((playback) => playback.playing)
  const atEnd = usePlayback(({ head }) => head.timeUs >= playground.getState().run.endUs)
  const { motionReduced } = useTokens()
  useEffect(() => {
    if (motionReduced) return
    playground.play()
    return () => playground.pause()
  }, [playground, motionReduced])
  useEffect(() => {
    if (!atEnd || motionReduced) return
    const timer = setTimeout(() => {
      playground.seek(0)
      playground.play()
    }, restMs)
    return () => clearTimeout(timer)
  }, [playground, atEnd, motionReduced])
  const going = playing || atEnd
  return (
    <div className={styles.loop}>
      <IconButton
        label={going ? 'Pause the system' : 'Run the system'}
        onClick={() => (going ? playground.pause() : playground.play())}
      >
        {going ? <Pause /> : <Play />}
      </IconButton>
      <span>Process above: a crash empties it. Disk below: what it holds, it keeps.</span>
    </div>
  )
}
