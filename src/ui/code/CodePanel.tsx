import { Pin } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Frame } from '../../playback/frame'
import type { Selection } from '../../stores/playground.types'
import { useFrame, usePlayground } from '../../stores/react'
import { IconButton } from '../primitives/IconButton'
import { Tabs } from '../primitives/Tabs'
import styles from './CodePanel.module.css'
import { CodeText } from './CodeText'
import { filesOf, type CodeFile } from './files'
import { useSource } from './useSource'
import { actingAmong } from './view'

/** The files that run. Follows the service that acts, until a file is pinned. */
export function CodePanel() {
  const lesson = usePlayground((state) => state.lesson)
  const variant = usePlayground(
    ({ lesson: { variants }, scenario }) =>
      variants.find(({ id }) => id === scenario.variant) ?? variants[0],
  )
  const selected = usePlayground(({ selection }) => serviceOf(selection))
  const system = usePlayground((state) => state.system)
  const files = useMemo(() => (variant ? filesOf(variant, system.services) : []), [variant, system])
  const services = useMemo(() => files.flatMap((file) => file.services), [files])
  const acting = useFrame((frame) => actingAmong(frame, services))
  const [pinned, setPinned] = useState<string | null>(null)
  const file = shownFile(files, pinned, [selected, acting])
  if (!file) return <p className={styles.empty}>This variant shows no source.</p>
  const service = [selected, acting].find((id) => id !== null && file.services.includes(id))
  return (
    <Tabs
      label="Files"
      look="mono"
      className={styles.panel}
      value={file.file}
      tabs={files.map((one) => ({ id: one.file, title: <FileTitle file={one} /> }))}
      onChange={setPinned}
      aside={
        <IconButton
          size="small"
          label={pinned ? 'Follow the service that acts' : 'Stay in this file'}
          aria-pressed={pinned !== null}
          className={styles.pin}
          onClick={() => setPinned(pinned ? null : file.file)}
        >
          <Pin />
        </IconButton>
      }
    >
      <Code lesson={lesson.id} file={file.file} service={service ?? file.services[0] ?? ''} />
    </Tabs>
  )
}

function serviceOf(selection: Selection | null): string | null {
  return selection?.kind === 'service' || selection?.kind === 'step' ? selection.service : null
}

function shownFile(
  files: readonly CodeFile[],
  pinned: string | null,
  services: readonly (string | null)[],
): CodeFile | undefined {
  const kept = files.find(({ file }) => file === pinned)
  if (kept) return kept
  for (const service of services) {
    const run = service !== null && files.find((file) => file.services.includes(service))
    if (run) return run
  }
  return files[0]
}

/** Nobody who runs this file is up. */
function isDown({ services }: CodeFile, frame: Frame): boolean {
  return (
    services.length > 0 &&
    services.every((service) => frame.services.get(service)?.status === 'crashed')
  )
}

function FileTitle({ file }: { readonly file: CodeFile }) {
  const down = useFrame((frame) => isDown(file, frame))
  return (
    <>
      {down && <span className={styles.down} />}
      {down && <span className="visually-hidden">crashed: </span>}
      {file.label}
    </>
  )
}

interface CodeProps {
  readonly lesson: string
  readonly file: string
  readonly service: string
}

function Code({ lesson, file, service }: CodeProps) {
  const source = useSource(lesson, file)
  if (source === undefined) return <p className={styles.empty}>Reading {file} …</p>
  if (source === null)
    return (
      <p className={styles.empty}>The source of {file} could not be loaded. Reload the page.</p>
    )
  return <CodeText key={file} source={source} service={service} />
}
