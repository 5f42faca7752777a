import { memo } from 'react'
import { classes } from '../primitives/classes'
import styles from './CodePanel.module.css'
import type { PlacedFault, Ring } from './gutter'
import { PlacedMark } from './PlacedMark'
import { RingButton } from './RingButton'

interface CodeLineProps {
  /** 1-based. */
  readonly number: number
  readonly tokens: SourceLine
  readonly lit: 'running' | 'ran' | 'no'
  readonly never: boolean
  /** Places below this line. */
  readonly ring: Ring | null
  readonly placed: readonly PlacedFault[]
  readonly onRing: (ring: Ring, anchor: Element) => void
  readonly onPlaced: (placed: PlacedFault, anchor: Element) => void
}

/** Wrapped text hangs two characters further in than the line begins. */
function hanging(tokens: SourceLine): { paddingInlineStart: string; textIndent: string } {
  const [text = ''] = tokens[0] ?? []
  const indent = /^ */.exec(tokens.map(([part]) => part).join(''))?.[0].length ?? text.length
  return { paddingInlineStart: `${indent + 2}ch`, textIndent: `-${indent + 2}ch` }
}

export const CodeLine = memo(function CodeLine(props: CodeLineProps) {
  const { number, tokens, lit, never, ring, placed, onRing, onPlaced } = props
  return (
    <>
      <li className={classes(styles.line, never && styles.never)} data-line={number} data-lit={lit}>
        <span className={styles.number} aria-hidden>
          {number}
        </span>
        <code style={hanging(tokens)}>
          {tokens.map(([text, cls], index) => (
            <span key={index} className={cls ? styles[cls] : undefined}>
              {text}
            </span>
          ))}
        </code>
        {ring && placed.length === 0 && <RingButton ring={ring} onRing={onRing} />}
      </li>
      {placed.length > 0 && (
        <PlacedMark placed={placed} ring={ring} onRing={onRing} onPlaced={onPlaced} />
      )}
    </>
  )
})
