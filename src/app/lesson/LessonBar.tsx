import { ChevronDown, CircleQuestionMark, Link, Search } from 'lucide-react'
import { usePlayground, usePlaygroundApi } from '../../stores/react'
import { Button } from '../../ui/primitives/Button'
import { classes } from '../../ui/primitives/classes'
import { IconButton } from '../../ui/primitives/IconButton'
import { MenuButton } from '../../ui/primitives/MenuButton'
import { showDialog } from '../dialogs/dialogs'
import type { WidthClass } from '../layout/useWidthClass'
import { useTightness } from '../layout/useTightness'
import { ThemeButton } from '../ThemeButton'
import { TopBar } from '../TopBar'
import { MoreMenu } from './MoreMenu'
import { presetEntries } from './presetEntries'
import { useShare } from './useShare'
import { VariantChoice } from './VariantChoice'
import { VariantMenu } from './VariantMenu'
import { VerdictMark } from './VerdictMark'
import styles from './LessonBar.module.css'

export const lessonTitleId = 'lesson-title'

export function LessonBar({ width }: { readonly width: WidthClass }) {
  return width === 'phone' ? <PhoneBar /> : <RoomyBar />
}

function PhoneBar() {
  return (
    <TopBar
      short
      tools={
        <>
          <VariantMenu look="icon" />
          <MoreMenu />
        </>
      }
    >
      <Title />
      <VerdictMark short />
    </TopBar>
  )
}

/** What gives way where there is no room, in this order; titles are cut at the very last. */
const gives = { labels: 1, verdict: 2, variants: 3, brand: 4, titles: 5 } as const

function RoomyBar() {
  const preset = usePlayground((state) => state.preset?.title ?? '')
  const variant = usePlayground(({ scenario }) => scenario.variant ?? '')
  const verdict = usePlayground((state) => state.verdict ?? '')
  const content = `${preset} ${variant} ${verdict}`
  const { ref, tightness } = useTightness<HTMLElement>(gives.titles, content)
  return (
    <TopBar
      ref={ref}
      short={tightness >= gives.brand}
      tools={<Tools wide={tightness < gives.labels} />}
    >
      <Title tight={tightness >= gives.titles} />
      <VerdictMark short={tightness >= gives.verdict} />
      <PresetMenu tight={tightness >= gives.titles} />
      <VariantChoice roomy={tightness < gives.variants} />
    </TopBar>
  )
}

interface MayBeTight {
  /** Gets shorter than its text where there is no room. */
  readonly tight?: boolean
}

function Title({ tight = false }: MayBeTight) {
  const title = usePlayground(({ lesson }) => lesson.title)
  return (
    <h1 id={lessonTitleId} className={classes(styles.title, tight && styles.tight)}>
      {title}
    </h1>
  )
}

function PresetMenu({ tight = false }: MayBeTight) {
  const api = usePlaygroundApi()
  const presets = usePlayground(({ lesson }) => lesson.presets)
  const current = usePlayground(({ preset }) => preset)
  if (presets.length === 0) return null
  return (
    <MenuButton
      label="Scenarios"
      aria-label={current ? `Scenario: ${current.title}` : 'Scenarios'}
      tone="quiet"
      title={current?.title}
      className={classes(styles.preset, tight && styles.tight)}
      entries={presetEntries(api, presets, current)}
    >
      <span className={styles.presetName}>{current?.title ?? 'Scenarios'}</span>
      <ChevronDown size={15} aria-hidden />
    </MenuButton>
  )
}

function Tools({ wide }: { readonly wide: boolean }) {
  const { copy } = useShare()
  return (
    <>
      {wide ? (
        <Button icon={<Link size={15} aria-hidden />} onClick={() => void copy()}>
          Copy link
        </Button>
      ) : (
        <IconButton label="Copy link" keys="l" onClick={() => void copy()}>
          <Link />
        </IconButton>
      )}
      <IconButton label="Find anything" keys="mod+k" onClick={() => showDialog('palette')}>
        <Search />
      </IconButton>
      <ThemeButton />
      <IconButton label="Help" keys="?" onClick={() => showDialog('help')}>
        <CircleQuestionMark />
      </IconButton>
      <MoreMenu brief />
    </>
  )
}
