import { useMemo } from 'react'
import type { Scenario } from '../../document/scenario'
import { usePlayground } from '../../stores/react'

type Weather = Pick<Scenario, 'params' | 'seed'>

/**
 * What the runs that are compared share with the document: the same object for as long as it says the same.
 *
 * @param without a parameter that they set themselves.
 */
export function useWeather(without?: string): Weather {
  const text = usePlayground(({ scenario: { params, seed } }) => {
    const kept = Object.entries(params ?? {}).filter(([id]) => id !== without)
    return JSON.stringify({ params: Object.fromEntries(kept), seed })
  })
  return useMemo(() => JSON.parse(text) as Weather, [text])
}
