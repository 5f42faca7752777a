import { createHighlighter, type Highlighter, type ThemeRegistration } from 'shiki'

/**
 * A theme whose colours are classes: both of the page's themes then colour by CSS, and nothing of
 * the highlighter reaches the browser.
 */
const scopesOfClass: Record<Exclude<SourceClass, ''>, string[]> = {
  k: ['keyword.control', 'keyword.generator', 'storage', 'constant.language', 'variable.language'],
  s: ['string', 'punctuation.definition.string'],
  c: ['comment', 'punctuation.definition.comment'],
  f: ['entity.name.function', 'support.function'],
  n: ['constant.numeric'],
}

/** Parts of the groups above that read as plain text. */
const plainScopes = [
  'storage.type.function.arrow',
  'meta.template.expression',
  'string meta.embedded',
]
const wordOperators = ['new', 'expression'].map((kind) => `keyword.operator.${kind}`)

const classes: readonly SourceClass[] = ['', 'k', 's', 'c', 'f', 'n']
const colourOf = (cls: SourceClass) => `#00000${classes.indexOf(cls)}`
const classOf = (colour: string | undefined) => classes[Number(colour?.slice(1))] ?? ''

const theme: ThemeRegistration = {
  name: 'classes',
  type: 'light',
  colors: { 'editor.foreground': colourOf('') },
  settings: [
    { settings: { foreground: colourOf('') } },
    ...Object.entries(scopesOfClass).map(([cls, scope]) => ({
      scope,
      settings: { foreground: colourOf(cls as SourceClass) },
    })),
    { scope: wordOperators, settings: { foreground: colourOf('k') } },
    { scope: plainScopes, settings: { foreground: colourOf('') } },
  ],
}

let highlighter: Promise<Highlighter> | undefined

/** Splits code into lines of coloured pieces; joined, they are the code again. */
export async function colour(code: string, lang: 'typescript' | 'tsx'): Promise<SourceLine[]> {
  highlighter ??= createHighlighter({ themes: [theme], langs: ['typescript', 'tsx'] })
  const { tokens } = (await highlighter).codeToTokens(code, {
    lang,
    theme: 'classes',
    // A busy machine must not leave lines without colour.
    tokenizeTimeLimit: 0,
  })
  return tokens.map((line) =>
    merge(line.map(({ content, color }): SourceToken => [content, classOf(color)])),
  )
}

/** Joins neighbours of one class, so that a line is as few elements as it can be. */
function merge(tokens: readonly SourceToken[]): SourceToken[] {
  const merged: SourceToken[] = []
  for (const [text, cls] of tokens) {
    const last = merged.at(-1)
    if (last && last[1] === cls) merged[merged.length - 1] = [last[0] + text, cls]
    else merged.push([text, cls])
  }
  return merged
}
