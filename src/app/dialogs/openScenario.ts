import type { Result, Scenario } from '../../document/scenario'
import { loadAllLessons, loadLesson } from '../../lessons'
import { decodeFile, maxFileLength } from '../../share/file'
import { decodeLink, encodeLink } from '../../share/link'
import { baseAddress } from '../route'

/** Reads a link, or the fragment of one, to any lesson. */
export async function readLink(link: string): Promise<Result<Scenario>> {
  return decodeLink(link, await loadAllLessons())
}

export async function readFile(file: File): Promise<Result<Scenario>> {
  if (file.size > maxFileLength)
    return {
      ok: false,
      error: 'This file is too large for a scenario: choose one that Faultline saved.',
    }
  return decodeFile(await file.text(), await loadAllLessons())
}

/** The address that opens a scenario of a lesson that there is. */
export async function addressOf(scenario: Scenario): Promise<string> {
  return encodeLink(scenario, await loadLesson(scenario.lesson), baseAddress())
}
