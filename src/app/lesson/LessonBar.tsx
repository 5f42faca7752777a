import { ChevronDown, CircleQuestionMark, Link, Search } from 'lucide-react'
import { usePlayground, usePlaygroundApi } from '../../stores/react'
import { Button } from '../../ui/primitives/Button'
import { IconButton } from '../../ui/primitives/IconButton'
import { MenuButton } from '../../ui/primitives/MenuButton'
import { showDialog } from '../dialogs/dialogs'
import type { WidthClass } from '../layout/useWidthClass'
import { ThemeButton } from '../ThemeButton'
import { TopBar } from '../TopBar'
import { MoreMenu } from './MoreMenu'
import { presetEntries } from './presetEntries'
import { useShare } from './useShare'
import { VariantChoice } from './VariantChoice'
import { VariantMenu } from './VariantMenu'
import styles from './LessonBar.module.css'

export const lessonTitleId = 'lesson-title'

export function LessonBar({ width }: { readonly width: WidthClass }) {
  const title = usePlayground(({ lesson }) => lesson.title)
  if (width === 'phone')
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
        <h1 id={lessonTitleId} className={styles.title}>
          {title}
        </h1>
      </TopBar>
    )
  return (
    <TopBar short={width === 'tabs'} tools={<Tools wide={width !== 'tabs'} />}>
      <h1 id={lessonTitleId} className={styles.title}>
        {title}
      </h1>
      <PresetMenu />
      <VariantChoice roomy={width === 'columns'} />
    </TopBar>
  )
}

function PresetMenu() {
  const api = usePlaygroundApi()
  const presets = usePlayground(({ lesson }) => lesson.presets)
  const current = usePlayground(({ preset }) => preset)
  if (presets.length === 0) return null
  return (
    <MenuButton
      label="Scenarios"
      tone="quiet"
      className={styles.preset}
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
