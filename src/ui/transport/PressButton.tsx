import { MousePointerClick } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Press } from '../../lessons/definition'
import { recordPresses, type Pressed } from '../../stores/press'
import { usePlayground, usePlaygroundApi } from '../../stores/react'
import { Button } from '../primitives/Button'
import styles from './Transport.module.css'

/** Who has not pressed for so long, in real ms, has done pressing. */
const pauseMs = 900

/** A button that the user of the system has: what is pressed here is played. */
export function PressButton({ press }: { readonly press: Press }) {
  const { count, text, onPress } = usePresses(press)
  return (
    <div className={styles.press}>
      <Button
        tone="ink"
        icon={<MousePointerClick size={15} aria-hidden />}
        onKeyDown={(event) => {
          if (event.repeat) event.preventDefault()
        }}
        onClick={(event) => onPress(event.timeStamp)}
      >
        {press.label}
      </Button>
      <output className={styles.pressed}>
        {count > 0 ? <b>{count}</b> : text === '' ? 'press it as fast as you like' : text}
      </output>
    </div>
  )
}

function usePresses(press: Press) {
  const api = usePlaygroundApi()
  const params = usePlayground(({ lesson }) => lesson.params)
  const presses = useRef<Pressed[]>([])
  const [count, setCount] = useState(0)
  const [text, setText] = useState('')
  const play = () => {
    const recording = recordPresses(presses.current, press, params)
    presses.current = []
    setCount(0)
    setText(`${recording.text}.`)
    api.setParams(recording.values)
    api.seek(0)
    api.play()
  }
  const timer = useRef(0)
  useEffect(() => () => clearTimeout(timer.current), [])
  const onPress = (atMs: number) => {
    presses.current.push({ atMs, speed: api.playback.getState().speed })
    setCount(presses.current.length)
    clearTimeout(timer.current)
    timer.current = window.setTimeout(play, pauseMs)
  }
  return { count, text, onPress }
}
