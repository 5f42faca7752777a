import { useEffect, useState } from 'react'
import { gaugeTrack, type GaugeTrack } from '../../playback/gauges'
import type { Film } from '../../playback/frame'
import { usePlayground } from '../../stores/react'
import { whenIdle } from '../primitives/whenIdle'

export type GaugeTracks = ReadonlyMap<string, GaugeTrack>

const none: GaugeTracks = new Map()

/** Every gauge of the lesson over this run, by id; empty until the page had the time to read them. */
export function useGaugeTracks(): GaugeTracks {
  const film = usePlayground((state) => state.film)
  const run = usePlayground((state) => state.run)
  const gauges = usePlayground((state) => state.lesson.gauges)
  const [read, setRead] = useState<{ readonly film: Film; readonly tracks: GaugeTracks } | null>(
    null,
  )
  useEffect(() => {
    if (gauges === undefined) return
    return whenIdle(() => {
      const { events } = run.trace
      const tracks = gauges.map(
        (gauge) => [gauge.id, gaugeTrack(events, (index) => film.rowsAt(index), gauge)] as const,
      )
      setRead({ film, tracks: new Map(tracks) })
    })
  }, [film, run, gauges])
  return read?.film === film ? read.tracks : none
}
