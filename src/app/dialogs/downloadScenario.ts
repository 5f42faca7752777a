import type { Scenario } from '../../document/scenario'
import type { Lesson } from '../../lessons/definition'
import { encodeFile } from '../../share/file'

/** Saves the document as a file that “Open a link or a file” reads back. */
export function downloadScenario(scenario: Scenario, lesson: Lesson): void {
  const text = encodeFile(scenario, lesson)
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = `faultline-${scenario.lesson}.json`
  anchor.click()
  URL.revokeObjectURL(url)
}
