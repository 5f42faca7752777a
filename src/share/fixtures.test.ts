import { describe, expect, it } from 'vitest'
import { parseScenario } from '../document/parse'
import type { Fault } from '../document/scenario'
import { verbFields, verbNames } from '../document/verbs'
import samples from './fixtures/links.json'
import { decodePayload } from './payload'

/*
 * Links that people have. They open for ever: when one of these fails, the format was broken and the
 * code must change, never the file. New samples are added at its end.
 */
describe('a link that was given away', () => {
  it.each(samples)('still opens: $name', ({ link, scenario }) => {
    const [, lesson = '', payload] = /#\/([^?]+)(?:\?s=(.*))?$/.exec(link) ?? []
    if (payload === undefined) return expect(scenario).toEqual({ v: 1, lesson })
    const decoded = decodePayload(payload, lesson)
    expect(decoded).toEqual({ ok: true, value: scenario })
    expect(parseScenario(scenario).ok).toBe(true)
  })

  it('is there for every verb, field and kind of moment', () => {
    const faults = samples.flatMap(({ scenario }) => (scenario.faults ?? []) as Fault[])
    const said = new Set(
      faults.flatMap((fault) => [
        ...Object.keys(fault).map((member) => `${fault.do} ${member}`),
        ...Object.keys(fault.at),
      ]),
    )
    const wanted = verbNames.flatMap((verb) => [
      `${verb} do`,
      ...verbFields(verb).map(({ name }) => `${verb} ${name}`),
    ])
    for (const word of [...wanted, 'point', 'message', 'timeMs', 'nth'])
      expect(said).toContain(word)
  })
})
