import { useEffect, useState } from 'react'
import { usePlayback, usePlayground, usePlaygroundApi } from '../../stores/react'
import { LiveRegion } from '../../ui/primitives/LiveRegion'
import { useSettings } from '../settings'

/** A head that rests this long is a stop; scrubbing stays silent. */
const restMs = 200

/** Speaks the sentence of the moment at every stop, never while playing. */
export function Narrator() {
  const api = usePlaygroundApi()
  const narration = useSettings((settings) => settings.narration)
  const film = usePlayground((state) => state.film)
  const stop = usePlayback(({ playing, head }) => (playing ? null : head.index))
  const [text, setText] = useState('')
  useEffect(() => {
    if (stop === null || narration === 'off') return
    const timer = setTimeout(() => {
      const moment = film.momentAt(api.playback.getState().head)
      const facts = moment.facts.map((fact) => `${fact.title}: ${fact.text}.`)
      setText([moment.text, ...(narration === 'full' ? facts : [])].join(' '))
    }, restMs)
    return () => clearTimeout(timer)
  }, [api, film, narration, stop])
  return <LiveRegion text={narration === 'off' ? '' : text} />
}
